"""What the app's download buttons give, opened again."""

from __future__ import annotations

import base64
import io
import json
import re
import zlib
from typing import TYPE_CHECKING

import geopandas as gpd
import pytest
from playwright.sync_api import expect

from geo.export.formats import FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

    from geo.pipeline import Dataset


@pytest.fixture
def download(app: str, open_page: Callable[[str], Page]) -> Callable[[str], bytes]:
    """Presses a download button and gives the file's bytes."""

    def pressed(label: str) -> bytes:
        page = open_page(app)
        page.frame_locator("iframe").locator("path.area").first.wait_for(state="attached")
        page.locator(".evidence h2").wait_for()  # the page is whole: nothing moves any more
        page.get_by_role("tab", name="Downloads").click()
        with page.expect_download() as coming:
            page.get_by_role("button", name=label).press("Enter")
        return coming.value.path().read_bytes()

    return pressed


def test_the_claims_open_with_geopandas(download: Callable[[str], bytes], seeds: Dataset) -> None:
    frame = gpd.read_file(io.BytesIO(download("Claims, GeoJSON")))
    assert len(frame) == len(seeds.claims)
    assert frame.crs.to_epsg() == 4326
    assert {"AF0907", "AF0908", "AF0912"} <= set(frame["place_id"])
    assert frame.geometry.notna().all()


def test_the_control_periods_open_with_geopandas(download: Callable[[str], bytes], seeds: Dataset) -> None:
    content = download("Control periods, GeoJSON")
    frame = gpd.read_file(io.BytesIO(content))
    assert len(frame) == len(seeds.periods)
    assert {"contested", "held", "unknown"} <= set(frame["status"])
    first = json.loads(content)["features"][0]["properties"]
    assert first["start"] == f"{seeds.start.isoformat()}T00:00:00Z"


def test_the_one_file_map_is_the_page_with_its_quotes(download: Callable[[str], bytes]) -> None:
    page = download("This map as one file")
    assert page.startswith(b"<!DOCTYPE html>")
    packed = re.search(rb'<script type="application/zlib;base64" id="claimline-packed">([^<]+)</script>', page)
    assert packed
    assert b"completely cleansed from evil" in zlib.decompress(base64.b64decode(packed[1]))


def test_every_file_of_every_format_has_a_button(app: str, open_page: Callable[[str], Page]) -> None:
    page = open_page(app)
    page.locator(".evidence h2").wait_for()  # the page is whole: nothing moves any more
    page.get_by_role("tab", name="Downloads").click()
    panel = page.locator(".st-key-downloads")
    for form in FORMATS:
        for layer in form.layers:
            expect(panel.get_by_role("button", name=f"{layer.label}, {form.label}", exact=True)).to_have_count(1)
