"""`claimline places`: the place names of texts, with what they mean, as JSON lines."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from geo.commands.inputs import chosen_profile, name_problems, sources
from geo.commands.options import NOTHING, WHAT, AllowNetwork, Columns
from geo.commands.terminal import opened_gazetteer
from geo.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from gazetteer import Gazetteer, Resolution
    from geo.profile import Profile
    from geo.reports.undated import UndatedText


def places(
    paths: Annotated[list[str], typer.Argument(help=f"{WHAT}; no date is needed.", show_default=False)],
    profile: Annotated[
        str | None,
        typer.Option(
            "--profile",
            help="A profile of the library, or a TOML file: its countries are likelier, its actors no places.",
            show_default=False,
        ),
    ] = None,
    column: Columns = NOTHING,
    *,
    allow_network: AllowNetwork = False,
) -> None:
    """Print the place names of texts as JSON lines, with the place that each means."""
    from geo.reports.undated import read_undated

    known, reports = chosen_profile(profile), sources(paths, column, allow_network=allow_network)
    texts, problems = read_undated(reports.inputs, reports.options)
    if not texts:
        raise ReportError("\n".join(problems) or "No text was given. Name at least one file or folder.")
    name_problems(problems)
    gazetteer = opened_gazetteer()
    for text in texts:
        for line in mention_lines(text, known, gazetteer):
            sys.stdout.write(f"{json.dumps(line, ensure_ascii=False)}\n")


def mention_lines(text: UndatedText, profile: Profile, gazetteer: Gazetteer) -> Iterator[dict[str, object]]:
    """The mentions of a text as flat records.

    Args:
        text: The text.
        profile: Countries in question, and names that are no places.
        gazetteer: Where names are looked up.

    Yields:
        doc_id, start and end (half-open, code points of the whole text), name; lat, lon, radius_km (how far the point
        may be off, 0 where the source gives none) and place (id), null unless resolution is "resolved" (else
        "ambiguous" or "unknown").
    """
    from gazetteer import resolve_mentions
    from geo.claims.extract import mentions_in

    found = mentions_in(text.text, profile, gazetteer)
    inside = [m for m in found if any(span.start <= m.start and m.end <= span.end for span in text.body)]
    for resolution in resolve_mentions(text.text, inside, gazetteer, countries=profile.countries):
        yield _line(text.id, resolution)


def _line(doc_id: str, resolution: Resolution) -> dict[str, object]:
    from gazetteer import Resolved

    mention = resolution.mention
    place = resolution.place if isinstance(resolution, Resolved) else None
    return {
        "doc_id": doc_id,
        "start": mention.start,
        "end": mention.end,
        "name": mention.text,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "radius_km": place.radius_km if place else None,
        "place": place.id if place else None,
        "resolution": type(resolution).__name__.lower(),
    }
