"""What many chapters of a file say in the same words, kept once and named by its number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Container

Json = dict[str, Any]
Row = tuple[Any, ...]


@dataclass(slots=True)
class Store:
    """Texts, quotes, groups of quotes and reports in the order in which they were first met; text 0 is empty.

    Attributes:
        known: Ids of the reports whose text is in the file: a quote from one of them is only its place in that text.
    """

    known: Container[str]
    texts: dict[str, int] = field(default_factory=lambda: {"": 0})
    items: dict[Row, int] = field(default_factory=dict)
    groups: dict[Row, int] = field(default_factory=dict)
    reports: dict[str, int] = field(default_factory=dict)

    def chapter(self, first: int, told: Json) -> Row:
        """A chapter in numbers: first day, headline, account, whether one source bears it, changes, groups."""
        changes = tuple(map(self._text, told["changes"]))
        groups = tuple(map(self._group, told["groups"]))
        return first, self._text(told["headline"]), self._text(told["account"]), int(told["hangs"]), changes, groups

    def _text(self, text: str) -> int:
        return self.texts.setdefault(text, len(self.texts))

    def _group(self, group: Json) -> int:
        """Heading, colour, and for each quote its number, what it did, and in how many more reports it stands."""
        told = [(self._item(one), self._text(one.get("deed", "")), one.get("copies", 0)) for one in group["items"]]
        row = (self._text(group["heading"]), group["colour"], tuple(number for three in told for number in three))
        return self.groups.setdefault(row, len(self.groups))

    def _item(self, item: Json) -> int:
        """Report, where the quote begins in it, three lengths, then words; the quote itself only without its report."""
        before, marked, after = item["before"], item["marked"], item["after"]
        quote = "" if item["report"] in self.known else before + marked + after
        row = (
            self.reports.setdefault(item["report"], len(self.reports)),
            item["start"],
            *map(len, (before, marked, after)),
            tuple(map(self._text, item["badges"])),
            tuple(map(self._text, item["facts"])),
            self._text(item["doubt"]),
            self._text(item["source"]),
            self._text(quote),
        )
        return self.items.setdefault(row, len(self.items))
