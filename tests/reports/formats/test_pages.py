"""What web pages say of themselves, and the text of markup."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ReportError
from geo.reports.formats.html import read
from geo.reports.formats.markup import block_text, page_text, tree_of
from geo.reports.formats.page_metadata import metadata_names
from geo.reports.options import ReadingOptions

META = "the page's metadata"
BODY = "<h1>Troops enter Kupiansk</h1><p>Ukrainian troops entered Kupiansk on Friday.</p>"


def said(head: str, body: str = BODY) -> tuple[str, str] | None:
    (draft,) = read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), ReadingOptions())
    return (draft.day.words, draft.day.where) if draft.day else None


@pytest.mark.parametrize(
    ("head", "body", "day"),
    [
        ("<meta name=date content=2022-09-10>", BODY, ("2022-09-10", f"{META} (date)")),
        (
            "<meta name=dc.date content=2022-09-09><meta property='article:published_time' content=2022-09-10>",
            BODY,
            ("2022-09-10", f"{META} (article:published_time)"),
        ),
        ("<meta property='article:modified_time' content=2022-09-10>", BODY, None),
        (
            "<meta itemprop=datePublished content='10 September 2022'>",
            BODY,
            ("10 September 2022", f"{META} (datepublished)"),
        ),
        (
            """<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},
            {"@type": ["NewsArticle"], "datePublished": "2022-09-10T08:00:00+03:00"}]}</script>""",
            BODY,
            ("2022-09-10T08:00:00+03:00", f"{META} (schema.org datePublished)"),
        ),
        ('<script type="application/ld+json">{"@type": "Person", "datePublished": "2020-01-01"}</script>', BODY, None),
        ('<script type="application/ld+json">{broken</script>', BODY, None),
        ("", f"{BODY}<time class='entry-date' datetime=2022-09-10>x</time>", ("2022-09-10", "the page's time element")),
        ("", f"{BODY}<time datetime=2022-09-10>x</time>", None),
        (
            "",
            f"<p>Updated 11 September 2022</p>{BODY}<div>Published: September 10, 2022</div>",
            ("Published: September 10, 2022", "a line beside its headline"),
        ),
        ("", BODY + "<p>Text.</p>" * 9 + "<p>Published: September 10, 2022</p>", None),
    ],
)
def test_the_day_is_read_where_a_page_states_it_the_surest_place_first(
    head: str, body: str, day: tuple[str, str] | None
) -> None:
    assert said(head, body) == day


def test_each_name_of_metadata_stands_for_one_thing() -> None:
    names = [name for kind in metadata_names()["meta"].values() for name in kind]
    assert len(names) == len(set(names))
    assert [name for name in names if name != name.casefold()] == []


@pytest.mark.parametrize("name", [name for names in metadata_names()["meta"].values() for name in names])
def test_each_name_of_metadata_is_read(name: str) -> None:
    (draft,) = read(f"<html><head><meta name='{name}' content='2022-09-10'></head>{BODY}".encode(), ReadingOptions())
    assert "2022-09-10" in {one.words for one in (draft.day, draft.title, draft.publisher) if one}


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<p>One\n two</p><p>three</p>", "One two\nthree"),
        ("One<br>two<br/>three", "One\ntwo\nthree"),
        ("<p>a<b>b</b>c <i>d</i></p>", "abc d"),
        ("<ul><li>one<li>two</ul>", "one\ntwo"),
        ("<p>&lt;b&gt; &amp;amp; Ben&shy;azir&nbsp;x</p>", "<b> &amp; Benazir x"),
        ("<style>p{}</style><script>x</script><p>a</p><!-- c --><svg><text>s</text></svg>", "a"),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
    ],
)
def test_markup_gives_its_text_as_a_browser_shows_it_a_line_a_block(markup: str, text: str) -> None:
    assert block_text(tree_of(markup)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251", "koi8-r"])
def test_a_page_is_decoded_as_it_declares(encoding: str) -> None:
    page = f'<html><head><meta charset="{encoding}"></head><body><p>Изюм</p></body></html>'
    assert "Изюм" in page_text(page.encode(encoding))


def test_a_page_that_declares_what_it_is_not_is_decoded_all_the_same() -> None:
    assert "café" in page_text(
        "<meta charset='utf-8'><p>Un café à Nîmes, où la guerre était loin.</p>".encode("cp1252")
    )
    assert "Изюм" in page_text("<meta charset='iso-8859-1'><p>Изюм</p>".encode())
    assert "it’s" in page_text("<meta charset='iso-8859-1'><p>it’s</p>".encode("cp1252"))


@given(st.text())
def test_any_markup_gives_lines_without_blanks_at_their_ends_or_is_refused(source: str) -> None:
    try:
        lines = block_text(tree_of(source)).split("\n")
    except ReportError:
        return
    assert lines == [line.strip() for line in lines]
