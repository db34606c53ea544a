"""The reading process: a file that hangs, swells or crashes it is named, and the next one is read."""

from __future__ import annotations

import sys
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import made_files
from benchmarks.hostile_files import hostile_files
from benchmarks.made_files import Words
from geo.errors import ReportError
from geo.reports.draft import Draft, Enclosure, Refusal, Said
from geo.reports.formats.read import fit_text, read_parts
from geo.reports.inputs import Given
from geo.reports.options import Limits, ReadingOptions
from geo.reports.read import read_reports
from geo.reports.report import DateBasis
from geo.reports.worker.messages import (
    Answer,
    answer_from_bytes,
    answer_to_bytes,
    options_from_json,
    options_to_json,
)
from geo.reports.worker.serve import refuse

WORDS = Words(datetime(2022, 9, 9, tzinfo=UTC), "Desk", "Report", ("Ukrainian troops entered Kupiansk on Friday.",))
# Read without any library, so that a busy machine does not make it slow too.
GOOD = Given("good.csv", made_files.table([WORDS]))
HOSTILE = (
    "far_cell.xlsx",
    "entities.docx",
    "leak.docx",
    "nested.docx",
    "entities.xlsx",
    "leak.xml",
    "nested.jsonl",
    "path.zip",
)
WORD = st.text(st.characters(codec="utf-8"), max_size=20)
SAID = st.none() | st.builds(Said, WORD, WORD)


def test_a_file_that_takes_too_long_is_named_and_the_next_is_read() -> None:
    slow = made_files.pdf_stream(zlib.compress(b"q BT /F1 1 Tf (a) Tj ET Q " * 2_500_000), "/FlateDecode")
    result = read_reports([Given("slow.pdf", slow), GOOD], ReadingOptions(limits=Limits(seconds=3)))
    assert [report.id for report in result.reports] == ["good-2"]
    assert result.problems == ("slow.pdf: reading it takes longer than 3 seconds. Save its text as .txt, or split it.",)


def test_files_that_are_made_to_do_harm_are_named_and_the_next_is_read() -> None:
    files = [Given(name, data) for name, data in hostile_files(*HOSTILE)]
    result = read_reports([*files, GOOD])
    assert [report.id for report in result.reports] == ["x", "C:\\x", "good-2"]
    assert {problem.partition(":")[0].partition(",")[0] for problem in result.problems} == set(HOSTILE) - {"path.zip"}
    assert [problem for problem in result.problems if "root:" in problem or "Traceback" in problem] == []
    (far,) = (problem for problem in result.problems if problem.startswith("far_cell.xlsx"))
    assert "reading it takes more than 1,500 MB of memory, or breaks the reader" in far


@pytest.mark.parametrize(
    ("event", "arguments"),
    [
        ("socket.connect", (None, ("93.184.216.34", 80))),
        ("socket.getaddrinfo", ("example.org", 80, 0, 0, 0)),
        ("subprocess.Popen", ("sh", ["sh"], None, None)),
        ("os.system", (b"true",)),
        ("os.remove", ("a", -1)),
        ("open", ("a", "w", 0o1101)),
    ],
)
def test_a_reader_can_neither_connect_nor_start_nor_write_anything(event: str, arguments: tuple[object, ...]) -> None:
    with pytest.raises(PermissionError, match=event):
        refuse(event, arguments)


def test_a_reader_may_read_its_own_libraries() -> None:
    refuse("open", ("a", "r", 0))
    refuse("import", ("a", None, None, None, None))


@pytest.mark.parametrize(
    ("name", "package", "kind"),
    [("pdf", "pypdf", "PDF"), ("html", "trafilatura", "a web page"), ("sheet", "python_calamine", "a spreadsheet")],
)
def test_a_missing_package_is_named_by_what_to_install(
    monkeypatch: pytest.MonkeyPatch, name: str, package: str, kind: str
) -> None:
    monkeypatch.delitem(sys.modules, f"geo.reports.formats.{name}", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    with pytest.raises(ReportError) as refused:
        list(read_parts(name, b"", ReadingOptions()))
    assert refused.value.reason == f"reading {kind} needs a package that is not installed"
    assert refused.value.remedy == 'Install it: pip install "claimline[readers]"'


@given(
    st.lists(
        st.builds(Draft, WORD, SAID, st.sampled_from(DateBasis), SAID, SAID, st.none() | WORD, st.none() | WORD, WORD)
        | st.builds(Refusal, WORD, WORD, WORD)
        | st.builds(Enclosure, WORD, st.binary(max_size=20)),
        max_size=4,
    ),
    WORD,
    st.booleans(),
)
def test_what_a_reader_answers_arrives_as_it_was_sent(
    parts: list[Draft | Refusal | Enclosure],
    reason: str,
    exhausted: bool,  # noqa: FBT001 - hypothesis passes by position
) -> None:
    answer = Answer(tuple(parts), reason, "Remedy", exhausted)
    assert answer_from_bytes(answer_to_bytes(answer)) == answer


def test_options_arrive_as_they_were_sent() -> None:
    options = ReadingOptions((("text", "Words"),), allow_network=True, limits=Limits(pages=3))
    assert options_from_json(options_to_json(options)) == options


@given(st.text())
def test_a_text_that_was_made_fit_can_be_stored_and_stays_as_it_is(text: str) -> None:
    fit = fit_text(text)
    assert fit.encode().decode() == fit
    assert "\0" not in fit
    assert "\r" not in fit
    assert fit_text(fit) == fit
    assert len(fit) <= len(text)
