"""Reports, titles and publishers that try to run something are shown as the text that they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from map_on_page import MapOnPage
from small_world import SmallGazetteer, small_dataset

from gazetteer import Gazetteer
from geo.map.standalone import write_map
from geo.pipeline import build_dataset
from geo.profile import load_profile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Page

BANU = "AF0907"
MARK = "claimline-was-here"
ATTACKS = (
    "{{7*7}}",
    f"{{{{ cycler.__init__.__globals__.os.mkdir('{MARK}') }}}}",
    "{% raise %}",
    "{# gone #}",
    "</script><script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "`${window.ran = 1}`",
    "$x^2$ :red[no] ![x](https://example.org/x.png)",
)
TURNED = "\u202egnihtyna"
TURNED_SHOWN = "U+202Egnihtyna"  # the control character is written out, so that it turns nothing around
PROFILE = """
title = "{{7*7}} <b>war</b>"
countries = ["AF"]
[[side]]
id = "north"
name = "North <i>side</i> {{7*7}}"
colour = "#0072B2"
[[side.actor]]
name = "Northern fighters"
"""


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One report an attack: in its title, its publisher and its sentence."""
    folder = tmp_path_factory.mktemp("hostile")
    for number, attack in enumerate((*ATTACKS, TURNED)):
        head = f"title: T {attack}\npublisher: P {attack}\ndate: 2021-08-20\n\n"
        (folder / f"{number}.txt").write_text(f"{head}Northern fighters captured Banu district {attack}.\n", "utf-8")
    (folder / "profile.toml").write_text(PROFILE, "utf-8")
    return folder


@pytest.fixture(scope="module")
def hostile_app(reports: Path, run_app: Callable[..., AbstractContextManager[str]]) -> Iterator[str]:
    with run_app(str(reports), "--profile", str(reports / "profile.toml")) as address:
        yield address


@pytest.fixture(scope="module")
def hostile_file(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    gazetteer = Gazetteer.open()
    path = tmp_path_factory.mktemp("standalone") / "map.html"
    write_map(build_dataset([reports], load_profile(reports / "profile.toml"), gazetteer), gazetteer, path)
    return path.as_uri()


@pytest.mark.parametrize("surface", ["hostile_app", "hostile_file"])
def test_hostile_text_is_shown_and_nothing_runs(
    surface: str, request: pytest.FixtureRequest, open_page: Callable[[str], Page], reports: Path
) -> None:
    page = open_page(request.getfixturevalue(surface))
    shown = MapOnPage(page, page.frame_locator("iframe") if surface == "hostile_app" else page, None)
    shown.find("path.area").first.wait_for(state="attached")
    evidence = shown.evidence()
    evidence.locator("h2", has_text="Andarab").wait_for()
    quotes = "\n".join(evidence.locator("blockquote").all_inner_texts())
    sources = "\n".join(evidence.locator(".source").all_inner_texts())
    for attack in (*ATTACKS, TURNED_SHOWN):
        assert attack in quotes
        assert f"P {attack} · T {attack}" in sources
    assert page.get_by_text("{{7*7}} <b>war</b>").count()
    assert "North <i>side</i> {{7*7}}, held" in shown.find("#legend").inner_text()
    assert not page.locator("b:text('war'), img[src='x']").count()
    assert [frame.evaluate("window.ran") for frame in page.frames] == [None] * len(page.frames)
    assert not list(reports.parent.rglob(MARK))


def test_hostile_titles_are_text_in_the_list_of_reports(hostile_app: str, open_page: Callable[[str], Page]) -> None:
    page = open_page(hostile_app)
    page.get_by_role("tab", name="Reports").click()
    listed = page.locator(".records").first
    listed.locator("td").first.wait_for()
    text = listed.inner_text()
    assert all(f"P {attack} · T {attack}" in text for attack in (*ATTACKS, TURNED_SHOWN))
    assert page.evaluate("window.ran") is None


def test_a_hostile_report_is_text_between_its_marks(hostile_app: str, open_page: Callable[[str], Page]) -> None:
    page = open_page(hostile_app)
    evidence = page.locator(".evidence")
    for number in range(len(ATTACKS)):
        evidence.get_by_role("button", name="open report").nth(number).press("Enter")
        text = evidence.locator(".report-text")
        text.locator(".read-place").first.wait_for()
        assert any(attack in (text.text_content() or "") for attack in ATTACKS)
        text.locator(".read").first.focus()
        assert "Northern" in evidence.locator(".marks-note").inner_text()
        evidence.get_by_role("button", name="Back to the evidence").press("Enter")
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize("attack", [*ATTACKS, TURNED])
def test_a_hostile_place_name_is_text_on_the_map_and_beside_it(
    attack: str, open_page: Callable[[str], Page], tmp_path: Path
) -> None:
    gazetteer = SmallGazetteer(renamed={"XX0101": attack})
    write_map(small_dataset("West red takes 20", gazetteer=gazetteer), gazetteer, tmp_path / "map.html")
    page = open_page((tmp_path / "map.html").as_uri())
    shown = attack.replace(TURNED, TURNED_SHOWN)
    page.locator(".evidence h2").get_by_text(shown, exact=True).wait_for()
    assert page.locator(".label").get_by_text(shown, exact=True).count() == 1
    page.locator('path[data-place="XX0101"]').hover()
    page.locator(".tip").get_by_text(shown, exact=True).wait_for()
    assert page.evaluate("window.ran") is None
