"""Reports of an archive, and where its claims come from, looked up when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from geo.archive.layout import REPORTS
from geo.archive.other_rows import reports_of
from geo.archive.row_groups import wanted
from geo.choose import NOBODY
from geo.control.origins import origins
from geo.control.signals import event_day
from geo.profile import library

if TYPE_CHECKING:
    from datetime import date

    from geo.archive.row_groups import RowGroups
    from geo.claims.claim import Claim
    from geo.profile import Profile
    from geo.reports.report import Report

HEADS = tuple(name for name in REPORTS.names if name not in {"text", "body", "profile", "claims"})
CALLED = ("report", "published", "publisher", "title", "url", "sha256")


def read_reports(files: RowGroups, ids: Iterable[str]) -> dict[str, Report]:
    """Reports with their texts, by id; those that are not there are left out."""
    names = sorted(set(ids))
    return {one.id: one for one in reports_of(files.read(REPORTS.names, wanted("report", names)))} if names else {}


def profiles_taken(files: RowGroups, ids: Iterable[str]) -> dict[str, Profile]:
    """The profiles that reports took by themselves, by id of the report.

    Args:
        files: The archive's reports.
        ids: Ids of reports.

    Returns:
        Profiles of the library, an empty one for a report that none fitted; a report is left out where one profile was
        given for all, or where the library has no longer the one that it took.
    """
    known = {"": NOBODY, **{profile.id: profile for profile in library()}}
    names = sorted(set(ids))
    rows = files.read(("report", "profile"), wanted("report", names)).to_pylist() if names else []
    return {row["report"]: known[row["profile"]] for row in rows if row["profile"] in known}


class Reports(Mapping[str, "Report"]):
    """The reports of some claims, all read when the first is asked for.

    Those without a name have their text, the others only what they are called.
    """

    def __init__(self, files: RowGroups, ids: Iterable[str]) -> None:
        """Know which there are.

        Args:
            files: The archive's reports.
            ids: Ids of all.
        """
        self._files, self._ids = files, frozenset(ids)
        self._known: dict[str, Report] | None = None

    def __getitem__(self, report: str) -> Report:
        """The report with this id."""
        return self._read()[report]

    def __iter__(self) -> Iterator[str]:
        """Ids of all that are there."""
        return iter(self._read())

    def __len__(self) -> int:
        """How many are there."""
        return len(self._read())

    def _read(self) -> dict[str, Report]:
        if self._known is None:
            heads = {one.id: one for one in reports_of(self._files.read(CALLED, wanted("report", self._ids)))}
            nameless = [one.id for one in heads.values() if not (one.publisher or one.title)]
            self._known = heads | read_reports(self._files, nameless)
        return self._known


class Origins(Mapping[str, frozenset[str]]):
    """Where claims come from, worked out when it is asked: for all claims since a day together, of older ones singly.

    Copies of a report are found among the reports of the claims that are asked about together.
    """

    def __init__(self, files: RowGroups, claims: Iterable[Claim], since: date) -> None:
        """Know of which claims it may be asked.

        Args:
            files: The archive's reports.
            claims: The claims.
            since: From which day on claims are taken together.
        """
        self._files, self._claims, self._since = files, {claim.id: claim for claim in claims}, since
        self._known: dict[str, frozenset[str]] = {}

    def __getitem__(self, claim: str) -> frozenset[str]:
        """Where a claim comes from."""
        if claim not in self._known:
            asked = self._claims[claim]
            recent = [one for one in self._claims.values() if event_day(one) >= self._since]
            self._work_out([asked] if event_day(asked) < self._since else recent)
        return self._known[claim]

    def __contains__(self, claim: object) -> bool:
        """Whether it can be told; nothing is worked out for that."""
        return claim in self._claims

    def __iter__(self) -> Iterator[str]:
        """Ids of all claims."""
        return iter(self._claims)

    def __len__(self) -> int:
        """How many claims there are."""
        return len(self._claims)

    def _work_out(self, claims: list[Claim]) -> None:
        reports = read_reports(self._files, (claim.report for claim in claims))
        self._known |= origins(reports.values(), claims)
