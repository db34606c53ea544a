"""`claimline gazetteer`: find names; install, list and remove official boundaries and full name lists of countries."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from geo.commands.terminal import opened_gazetteer, say, shown_progress
from geo.errors import ClaimlineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from gazetteer import Candidate, Gazetteer, Place
    from gazetteer.index.installed import Installation
    from gazetteer.install.country import Folders

app = typer.Typer(
    name="gazetteer", help="Find places; install boundaries and names of a country.", no_args_is_help=True
)

Country = Annotated[str, typer.Argument(help="ISO 3166-1 code, such as AFG or AF.", show_default=False)]


class Form(StrEnum):
    """How an answer is printed."""

    TABLE = "table"
    JSON = "json"


MEGABYTE = 1_000_000
Format = Annotated[Form, typer.Option("--format", help="A table, or JSON.")]


@app.command()
def find(
    name: Annotated[
        str, typer.Argument(help="In any script and spelling; a kind word may follow.", show_default=False)
    ],
    country: Annotated[str | None, typer.Option(help="Only places of this country (AF).", show_default=False)] = None,
    near: Annotated[str | None, typer.Option(help="A place that it is near to.", show_default=False)] = None,
    online: Annotated[  # noqa: FBT002 - an option of the command line
        bool, typer.Option("--online", help="Ask OpenStreetMap's Nominatim too: sends it the name.")
    ] = False,
    form: Format = Form.TABLE,
) -> None:
    """Print the places that a name may mean, with scores and reasons."""
    from gazetteer.resolve.names import find as ranked

    gazetteer = opened_gazetteer()
    code = _known_country(country, gazetteer) if country else None
    found = ranked(name, gazetteer, country=code, near=_place(near, gazetteer) if near else None)
    if online:
        found += _asked(name, code)
    if form is Form.JSON:
        _print_json([_facts(candidate, gazetteer) for candidate in found])
    elif found:
        _print_table(("score", "place", "in", "lat, lon", "id", "source", "reasons"), _rows(found, gazetteer))
    if not found:
        say(
            f"No place named {name!r} is known{f' in {code}' if code else ''}."
            + ("" if online else " --online asks OpenStreetMap.")
        )
        raise typer.Exit(1)


@app.command(name="list")
def list_(form: Format = Form.TABLE) -> None:
    """Print what is installed, with sources, licences and checksums."""
    from gazetteer.index.folders import default_data_dir
    from gazetteer.index.installed import read_installations

    installed = read_installations(default_data_dir())
    if form is Form.JSON:
        _print_json([asdict(one) for one in installed])
    elif installed:
        _print_installed(installed)
    else:
        say("Nothing is installed. `claimline gazetteer install AFG` fetches boundaries and names of a country.")


@app.command()
def install(
    country: Country,
    boundaries: Annotated[
        str | None, typer.Option(help="geoboundaries, or a file of districts.", show_default=False)
    ] = None,
    names: Annotated[str | None, typer.Option(help="geonames, or a dump of it.", show_default=False)] = None,
    origin: Annotated[
        str | None,
        typer.Option("--from", help="A mirror's address, or a folder, to fetch from instead.", show_default=False),
    ] = None,
) -> None:
    """Fetch official district boundaries and the full list of names of a country; with no option, both."""
    from gazetteer.install.country import Order
    from gazetteer.install.country import install as put_in

    with shown_progress() as progress:
        done = put_in(Order(country, boundaries, names, origin), _folders(), date.today(), progress)  # noqa: DTZ011 - the person's day
    _print_installed([done])
    for remark in done.remarks:
        say(remark)


@app.command()
def remove(country: Country) -> None:
    """Remove what is installed of a country."""
    from gazetteer.install.country import remove as take_out

    say(f"{take_out(country, _folders())}: removed.")


def _folders() -> Folders:
    from gazetteer.index.folders import default_cache_dir, default_data_dir
    from gazetteer.install.country import Folders

    return Folders(data=default_data_dir(), cache=default_cache_dir())


def _known_country(code: str, gazetteer: Gazetteer) -> str:
    known = {place.id for place in gazetteer.countries()}
    if code.upper() not in known:
        message = f"--country {code}: there is no such country. Give an ISO 3166-1 alpha-2 code such as AF."
        raise ClaimlineError(message)
    return code.upper()


def _place(name: str, gazetteer: Gazetteer) -> Place:
    from gazetteer.resolve.names import find as ranked

    found = ranked(name, gazetteer)
    if not found:
        message = f"--near {name}: no place of this name is known. Give a larger place."
        raise ClaimlineError(message)
    say(f"Near {found[0].place.name} ({found[0].place.kind}, {found[0].place.country}).")
    return found[0].place


def _asked(name: str, country: str | None) -> tuple[Candidate, ...]:
    from gazetteer.index.folders import default_cache_dir
    from gazetteer.sources.nominatim import look_up

    return look_up(name, default_cache_dir(), countries=[country] if country else [])


def _facts(candidate: Candidate, gazetteer: Gazetteer) -> dict[str, object]:
    place = candidate.place
    inside = [gazetteer.get(unit).name for unit in place.parents]
    return {
        "score": round(candidate.score, 3),
        "id": place.id,
        "name": place.name,
        "native": place.native,
        "kind": str(place.kind),
        "country": place.country,
        "in": inside,
        "lat": place.lat,
        "lon": place.lon,
        "radius_km": place.radius_km,
        "population": place.population,
        "source": place.source,
        "reasons": list(candidate.reasons),
    }


def _rows(found: Iterable[Candidate], gazetteer: Gazetteer) -> Iterable[tuple[str, ...]]:
    for candidate in found:
        place = candidate.place
        inside = ", ".join(gazetteer.get(unit).name for unit in place.parents) or place.country
        point = f"{place.lat:.4f}, {place.lon:.4f}"
        if place.radius_km:
            point = f"{place.lat:.2f}, {place.lon:.2f} (to about {place.radius_km:g} km)"
        what = f"{place.name} ({place.kind})"
        yield f"{candidate.score:.2f}", what, inside, point, place.id, place.source, "; ".join(candidate.reasons)


def _print_installed(installed: Iterable[Installation]) -> None:
    for one in installed:
        for piece in one.pieces:
            year = f" of {piece.year}" if piece.year else ""
            typer.echo(
                f"{one.iso3} {piece.part}{year}: {piece.source}\n"
                f"  licence  {piece.licence}\n"
                f"  from     {piece.address}, {piece.size / MEGABYTE:.1f} MB, {piece.retrieved}\n"
                f"  SHA-256  {piece.sha256}"
            )


def _print_table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        # Text, not markup: names and licences come from files of others.
        table.add_row(*map(Text, row))
    Console().print(table)


def _print_json(value: object) -> None:
    json.dump(value, sys.stdout, ensure_ascii=False, indent=1)
    sys.stdout.write("\n")
