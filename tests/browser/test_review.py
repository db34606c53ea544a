"""The review of a workspace: decisions are taken, kept and shown; what reports hold stays text."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from map_on_page import click_in_sight
from playwright.sync_api import TimeoutError as NotInTimeError
from playwright.sync_api import expect

from geo.profile import Profile
from geo.reports.inputs import Given
from geo.reports.outcome import Taken
from geo.reports.stream import stream_reports
from geo.store.dataset import harvest
from geo.store.intake import take_in
from geo.store.reader import reader_with
from geo.store.reports import Arrival
from geo.store.review.log import decide
from geo.store.review.operations import reject
from geo.store.review.reviewed import Review, review_of
from geo.store.verify import verify
from geo.store.versions import versions_now
from geo.store.workspace import Workspace, open_workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from gazetteer import Gazetteer
    from geo.claims.claim import Claim

TRIES, PATIENT_MS = 4, 30_000
NOW = datetime(2022, 9, 12, tzinfo=UTC)
ATTACKS = (
    "{{7*7}}",
    "</script><script>window.ran = 1</script>",
    "<img src=x onerror='window.ran = 1'>",
    "$x^2$ :red[no] ![x](https://example.org/x.png)",
)
TURNED, TURNED_SHOWN = "\u202egnihtyna", "U+202Egnihtyna"
HOSTILE = " ".join((*ATTACKS, TURNED))
REPORTS = {
    "plain": "title: Troops enter Kupiansk\npublisher: Example News\ndate: 2022-09-10\n\n"
    "Ukrainian troops entered Kupiansk on Friday. The city was quiet at night.\n",
    "hostile": f"title: T {HOSTILE}\npublisher: P {HOSTILE}\ndate: 2022-09-11\n\n"
    f"Russian forces still held Lyman {HOSTILE}.\n",
}


@pytest.fixture
def workspace(tmp_path: Path, gazetteer: Gazetteer) -> Iterator[Workspace]:
    """A workspace with a plain and a hostile report."""
    opened = open_workspace(str(tmp_path / "review.sqlite"), create=True)
    given = [Given(f"{name}.txt", text.encode()) for name, text in REPORTS.items()]
    arrivals = [Arrival(one.report, one.raw) for one in stream_reports(given) if isinstance(one, Taken)]
    list(take_in(opened, arrivals, reader_with(Profile(), gazetteer), versions_now(Profile()), NOW))
    yield opened
    opened.close()


@pytest.fixture
def panel(
    workspace: Workspace,
    run_app: Callable[..., AbstractContextManager[str]],
    open_page: Callable[[str], Page],
) -> Iterator[Page]:
    with run_app("--workspace", workspace.name) as address:
        page = open_page(address)
        click_in_sight(page.get_by_role("tab", name="Review"))
        page.get_by_role("button", name="Next claim").wait_for()
        yield page


def review(workspace: Workspace) -> Review:
    with workspace.reading() as connection:
        return review_of(connection)


def counted(workspace: Workspace) -> tuple[Claim, ...]:
    with workspace.reading() as connection:
        return harvest(connection, review_of(connection)).claims


def choose(page: Page, box: Locator, words: str) -> None:
    """Choose from a list by keyboard; a list that was drawn anew while it was typed into is typed into again."""
    settle(page)
    option = page.get_by_role("option", name=words)
    for _ in range(TRIES):
        box.fill("")
        box.press_sequentially(words)
        with suppress(NotInTimeError):
            option.wait_for(timeout=PATIENT_MS / TRIES)
            break
    page.keyboard.press("Enter")
    expect(box).to_have_value(words, timeout=PATIENT_MS)


def settle(page: Page) -> None:
    """Wait until nothing is drawn anew any more: a list that is drawn anew forgets what is being typed."""
    page.locator('[data-testid="stApp"][data-test-script-state="notRunning"]').wait_for()


def name_oneself(page: Page, name: str) -> None:
    box = page.get_by_role("textbox", name="Your name")
    box.fill(name)
    box.press("Enter")
    settle(page)


def test_an_analyst_decides_and_the_log_and_the_map_follow(panel: Page, workspace: Workspace) -> None:
    facts, notice = (
        panel.locator(".st-key-review .records", has_text="As it stands"),
        panel.locator(".st-key-review .notice"),
    )
    click_in_sight(panel.get_by_role("button", name="Next claim"))
    expect(facts).to_contain_text("“Ukrainian troops entered Kupiansk on Friday.”", timeout=PATIENT_MS)
    click_in_sight(panel.get_by_role("button", name="Accept"))
    expect(notice).to_contain_text("Nobody is named who decides.", timeout=PATIENT_MS)
    name_oneself(panel, "Ada")
    click_in_sight(panel.get_by_role("button", name="Accept"))
    expect(notice).to_have_text("Decision 1 is kept.", timeout=PATIENT_MS)
    expect(facts).to_contain_text("accepted", timeout=PATIENT_MS)

    click_in_sight(panel.get_by_text("Correct it"))
    choose(panel, panel.locator(".st-key-review_one").get_by_role("combobox", name="Action"), "holds")
    click_in_sight(panel.get_by_role("button", name="Save the correction"))
    expect(notice).to_have_text("Decision 2 is kept.", timeout=PATIENT_MS)
    assert [claim.action for claim in counted(workspace) if claim.place.name == "Kupyansk"] == ["holds"]
    click_in_sight(panel.get_by_role("button", name="Take decision 2 back"))
    expect(notice).to_have_text("Decision 3 is kept.", timeout=PATIENT_MS)
    click_in_sight(panel.get_by_role("button", name="Reject"))
    expect(notice).to_have_text("Decision 4 is kept.", timeout=PATIENT_MS)
    assert [claim.place.name for claim in counted(workspace)] == ["Lyman"]
    assert [(entry.who, entry.kind.value) for entry in review(workspace).entries] == [
        ("Ada", "accept"),
        ("Ada", "correct"),
        ("Ada", "undo"),
        ("Ada", "reject"),
    ]
    assert verify(workspace) == ()
    click_in_sight(panel.get_by_role("button", name="Draw the map anew"))
    expect(panel.get_by_role("tab", name="Claims (1)")).to_be_visible(timeout=PATIENT_MS)


def test_a_marked_sentence_is_added(panel: Page, workspace: Workspace) -> None:
    name_oneself(panel, "Ada")
    click_in_sight(panel.get_by_text("Add a claim that was not read"))
    choose(panel, panel.get_by_role("combobox", name="Sentence"), "The city was quiet at night.")
    panel.get_by_role("textbox", name="Its words for the place").fill("The city")
    panel.get_by_role("textbox", name="Its words for the place").press("Enter")
    panel.get_by_role("textbox", name="Name of the place").fill("Kupiansk")
    panel.get_by_role("textbox", name="Name of the place").press("Enter")
    expect(panel.get_by_role("combobox", name="Place on the map").last).to_have_value(
        re.compile("^Kupyansk "), timeout=PATIENT_MS
    )
    click_in_sight(panel.get_by_role("button", name="Add the claim"))
    expect(panel.locator(".st-key-review .notice")).to_have_text("Decision 1 is kept.", timeout=PATIENT_MS)
    (added,) = (one.claim for one in review(workspace).claims if one.status == "added")
    assert (added.quote, added.place_text, added.place.name) == ("The city was quiet at night.", "The city", "Kupyansk")


def test_the_second_of_two_editors_is_told_and_nothing_is_overwritten(panel: Page, workspace: Workspace) -> None:
    name_oneself(panel, "Ben")
    click_in_sight(panel.get_by_role("button", name="Next claim"))
    panel.locator(".st-key-review .records", has_text="Kupiansk on Friday").wait_for()
    decide(workspace, reject(review(workspace).claims[0], "the wrong Kupiansk"), "Ada", NOW)
    click_in_sight(panel.get_by_role("button", name="Accept"))
    expect(panel.locator(".st-key-review .notice")).to_contain_text(
        "Nothing was written: Ada decided (reject)", timeout=PATIENT_MS
    )
    expect(panel.locator(".st-key-review .records", has_text="As it stands")).to_contain_text(
        "rejected", timeout=PATIENT_MS
    )
    assert len(review(workspace).entries) == 1


def test_hostile_text_is_shown_in_the_review_as_text(panel: Page, workspace: Workspace) -> None:
    shown = " ".join((*ATTACKS, TURNED_SHOWN))
    name_oneself(panel, HOSTILE)
    click_in_sight(panel.get_by_role("button", name="Next claim"))
    panel.locator(".st-key-review .records", has_text="Kupiansk on Friday").wait_for()
    click_in_sight(panel.get_by_role("button", name="Next claim"))
    facts = panel.locator(".st-key-review .records", has_text="Lyman")
    facts.wait_for()
    text = facts.inner_text()
    assert f"Russian forces still held Lyman {shown}" in text
    assert f"P {shown} · T {shown}" in text
    panel.get_by_role("textbox", name="Why").first.fill(HOSTILE)
    click_in_sight(panel.get_by_role("button", name="Accept"))
    expect(panel.locator(".st-key-review .notice")).to_have_text("Decision 1 is kept.", timeout=PATIENT_MS)
    click_in_sight(panel.get_by_text("Log (1)"))
    log = panel.locator(".st-key-review .records", has_text="accepted").last
    log.wait_for()
    assert ATTACKS[1] in log.inner_text()
    click_in_sight(panel.get_by_text("Sides and sources"))
    click_in_sight(panel.get_by_text("Add a claim that was not read"))
    assert not panel.locator("img[src='x'], .st-key-review .katex").count()
    assert [frame.evaluate("window.ran") for frame in panel.frames] == [None] * len(panel.frames)
    assert verify(workspace) == ()
