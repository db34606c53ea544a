"""`claimline export`: claims, control periods and places for other tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.commands.archives import archive_seen, named_archive
from geo.commands.inputs import chosen_profile, read_dataset, sources
from geo.commands.looking import (
    Actions,
    Assertions,
    Basis,
    ClockName,
    Kinds,
    Publishers,
    Sides,
    Text,
    looked_at,
)
from geo.commands.options import NOTHING, AllowNetwork, Columns, Out, PathsOrNone, ProfileFile
from geo.commands.terminal import opened_gazetteer, put_out
from geo.commands.workspaces import WorkspaceName

if TYPE_CHECKING:
    from geo.export.format import Format

Form = Annotated[
    str | None,
    typer.Option(
        "--format",
        help="geojson, gpkg, geoparquet, kml, kmz, xlsx, csv, acled, ucdp, hxl, datapackage or annotations; "
        "docs/exports.md tells what each is for. Without it, by the ending of --out, else geojson.",
        show_default=False,
    ),
]
Which = Annotated[
    str | None,
    typer.Option(
        "--layer",
        help="claims (on areas or points), points, areas, control, places, reports or sides, as the format allows.",
        show_default=False,
    ),
]


def export(
    paths: PathsOrNone = None,
    profile: ProfileFile = None,
    workspace: WorkspaceName = None,
    form: Form = None,
    layer: Which = None,
    out: Out = None,
    basis: Basis = "claims",
    clock: ClockName = "event",
    side: Sides = NOTHING,
    action: Actions = NOTHING,
    assertion: Assertions = NOTHING,
    publisher: Publishers = NOTHING,
    kind: Kinds = NOTHING,
    text: Text = "",
    column: Columns = NOTHING,
    *,
    allow_network: AllowNetwork = False,
) -> None:
    """Write claims, control periods or places for other tools."""
    from geo.export.contents import contents
    from geo.view.filters import Filters
    from geo.view.sides import all_sides

    chosen = _format(form, out)
    rows = chosen.layer(layer) if layer else chosen.layers[0]
    _refuse_terminal(chosen, out)
    known, gazetteer = chosen_profile(profile), opened_gazetteer()
    reports = sources(paths or (), column, allow_network=allow_network)
    filters = Filters(tuple(side), tuple(action), tuple(assertion), tuple(publisher), tuple(kind), text)
    archive = named_archive(reports, known, workspace)
    if archive is not None:
        whole, part = archive_seen(archive, basis, clock, filters)
        sides = whole.survey.sides
        put_out(chosen.write(contents(part.findings(), gazetteer, part.view, sides), rows), out)
        return
    found = read_dataset(reports, known, gazetteer, workspace)
    shown, view = looked_at(found, basis, clock, filters)
    put_out(chosen.write(contents(shown, gazetteer, view, all_sides(found)), rows), out)


def _format(form: str | None, out: Path | None) -> Format:
    from geo.export.formats import FORMATS, format_named

    if form is None and out is not None:
        ends = [one for one in FORMATS if out.name.endswith(one.ending)]
        return max(ends, key=lambda one: len(one.ending)) if ends else _by_suffix(out)
    return format_named(form or "geojson")


def _refuse_terminal(chosen: Format, out: Path | None) -> None:
    from geo.errors import ExportError

    if out is None and chosen.binary and sys.stdout.isatty():
        message = f"A {chosen.label} file is nothing to read on a terminal. Give --out NAME{chosen.ending}."
        raise ExportError(message)


def _by_suffix(out: Path) -> Format:
    """A name without an ending, or a JSON file, is GeoJSON; an ending that no format has is a slip."""
    from geo.errors import ExportError
    from geo.export.formats import FORMATS, format_named

    if out.suffix not in {"", ".json"}:
        endings = ", ".join(sorted(one.ending for one in FORMATS))
        message = f"{out}: no format ends in {out.suffix!r}. Use one of {endings}, or say which with --format."
        raise ExportError(message)
    return format_named("geojson")
