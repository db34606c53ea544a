"""A page carries outside text as data that nothing executes."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Template

from geo.map.page import render_page
from geo.map.seal import DATA_SLOT, POLICY_SLOT, inert_json, policy, seal

MODEL: dict[str, object] = {"title": "Anywhere", "areas": [], "runs": {}, "fights": []}
HOSTILE = [
    "{{7*7}}",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
    "{% raise %}",
    "{# gone #}",
    "</script><script>window.ran = 1</script>",
    "<img src=x onerror=window.ran=1>",
    "`${window.ran = 1}`",
    "<!-- data --><!-- policy -->",
    "\u202egnihtyna\u2028",
    '"\\',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_the_data_leaves_the_page_as_it_is(text: str) -> None:
    plain, hostile = render_page(MODEL | {"title": ""}), render_page(MODEL | {"title": text})
    assert _without_data(hostile) == _without_data(plain)
    assert json.loads(_data(hostile))["title"] == text


@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_data_are_json_that_no_template_and_no_html_parser_touches(data: object) -> None:
    text = inert_json(data)
    assert json.loads(text) == data
    assert not re.search(r"[<>&'`$%#\u2028\u2029]|\{\{|\{%|\{#", text)
    assert Template(text).render() == text


def test_only_the_scripts_of_the_page_may_run() -> None:
    html = f"<head>{POLICY_SLOT}<style>p{{}}</style></head><script>a()</script>{DATA_SLOT}"
    page = seal(html, {"x": "y"})
    assert policy(html) in page
    assert policy(html).count("sha256-") == 2
    assert "unsafe" not in policy(html)


def test_the_page_names_nothing_to_load() -> None:
    page = _without_data(render_page(MODEL))
    addresses = set(re.findall(r"""https?://[^\s"'<>);]+""", page))
    assert {address.split("/")[2] for address in addresses} <= {
        "www.w3.org",  # names of SVG and XHTML
        "leafletjs.com",  # Leaflet's credit, not shown
        "bugzilla.mozilla.org",  # a comment in Leaflet's styles
        "tile.openstreetmap.org",  # pictures of the background map, which a reader can turn on
    }
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=", page)


def test_the_same_model_gives_the_same_bytes() -> None:
    assert render_page(MODEL) == render_page(MODEL)


def _data(page: str) -> str:
    return re.search(r'id="claimline-data">(.*?)</script>', page, re.DOTALL)[1]


def _without_data(page: str) -> str:
    return page.replace(_data(page), "")


def test_pictures_are_let_in_from_the_background_map_alone() -> None:
    page = render_page(MODEL)
    assert re.findall(r"img-src ([^;]*);", page) == ["https://tile.openstreetmap.org"]
    assert json.loads(_data(page))["basemap"]["credit"] == "© OpenStreetMap contributors"
