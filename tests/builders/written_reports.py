"""Reports written as one marked line each, read without a gazetteer: `The rebels captured [Goma].`

A mark is `[Name]`, `[Name|kind]` or `[Name|kind|parent]`, with spaces allowed in each; the kind is `town` where none is
given. `[Name|?]` is a name that no gazetteer knows.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from gazetteer.place import Kind, Mention, Place, Resolution, Resolved, Unknown
from geo.claims.actors.finder import ActorFinder
from geo.claims.reading.report import read_report
from geo.profile import Actor, Profile, Side
from geo.reports.report import Report, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from geo.claims.claim import Claim

MARK = re.compile(r"\[(?P<name>[^|\]]+)(?:\|(?P<kind>[^|\]]+))?(?:\|(?P<parent>[^|\]]+))?\]")
PUBLISHED = date(2022, 9, 9)  # a Friday
COUNTRIES = {
    "AM": "Armenia",
    "AZ": "Azerbaijan",
    "CD": "DR Congo",
    "ER": "Eritrea",
    "ET": "Ethiopia",
    "FR": "France",
    "IL": "Israel",
    "IQ": "Iraq",
    "LY": "Libya",
    "ML": "Mali",
    "NG": "Nigeria",
    "RU": "Russia",
    "RW": "Rwanda",
    "SD": "Sudan",
    "SO": "Somalia",
    "SY": "Syria",
    "TR": "Turkey",
    "UA": "Ukraine",
    "YE": "Yemen",
}
PROFILE = Profile(
    title="Red and Blue",
    sides=(
        Side(
            "red", "Red", "#D55E00", (Actor("Red Front", ("RF", "Reds")), Actor("General Rua", ("Rua",), person=True))
        ),
        Side("blue", "Blue", "#0072B2", (Actor("Blue Army", ("Blues",)), Actor("Bela Bahn", ("Bahn",), person=True))),
    ),
)
NOBODY = Profile()


def read(marked: str, *, published: date = PUBLISHED, profile: Profile = NOBODY) -> tuple[Claim, ...]:
    """The claims of a marked text."""
    report, resolutions = report_of(marked, published)
    return read_report(report, resolutions, ActorFinder(profile, COUNTRIES))


def brief(marked: str, *, published: date = PUBLISHED, profile: Profile = NOBODY) -> list[str]:
    """The claims of a marked text as sorted lines: `Goma takes rebels from government`, see `in_brief`."""
    return sorted({in_brief(claim) for claim in read(marked, published=published, profile=profile)})


def in_brief(claim: Claim) -> str:
    """A claim as one line: place, action, actor, opponent, its assertion unless plainly asserted, and "partly"."""
    parts = [claim.place.name, str(claim.action), claim.actor.id if claim.actor else "-"]
    parts += ["from", claim.opponent.id] if claim.opponent else []
    parts += [str(claim.assertion)] if claim.assertion != "asserted" else []
    parts += ["partly"] if claim.partial else []
    return " ".join(parts)


def report_of(marked: str, published: date = PUBLISHED) -> tuple[Report, tuple[Resolution, ...]]:
    """A report with its marks taken out, and what each of them means."""
    text, resolutions, done = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[done : match.start()]
        resolutions.append(_resolution(match.groupdict(), len(text)))
        text += match["name"]
        done = match.end()
    text += marked[done:]
    report = Report("r", text, published, published.isoformat(), "0" * 64, (Span(0, len(text)),))
    return report, tuple(resolutions)


def _resolution(mark: Mapping[str, str | None], start: int) -> Resolution:
    name, kind = mark["name"] or "", mark["kind"] or "town"
    end = start + len(name)
    if kind == "?":
        return Unknown(Mention(start, end, name), "Not in any gazetteer.")
    parents = tuple(filter(None, (mark["parent"],)))
    mention = Mention(start, end, name, Kind(kind) if mark["kind"] else None)
    countries = {name: code for code, name in COUNTRIES.items()}
    code = countries.get(name, "XX")
    id_ = code if kind == "country" else name
    return Resolved(mention, Place(id_, name, Kind(kind), 30, 30, code, parents))
