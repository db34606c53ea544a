"""`claimline control`: who holds what on a day, as a table, CSV or JSON."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from geo.commands.inputs import chosen_profile, read_dataset, sources
from geo.commands.options import NOTHING, AllowNetwork, Columns, Out, PathsOrNone, ProfileFile
from geo.commands.terminal import opened_gazetteer, put_out
from geo.commands.workspaces import WorkspaceName

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from geo.control import ControlRow

COLUMNS = ("place", "place_id", "status", "holder", "rivals", "since", "basis", "inherited", "inherited_from", "claims")
Day = Annotated[datetime, typer.Option("--on", formats=["%Y-%m-%d"], help="The day, as 2021-08-25.")]
KnownBy = Annotated[
    datetime | None,
    typer.Option("--known-by", formats=["%Y-%m-%d"], help="Only reports published by this day.", show_default=False),
]


class ControlFormat(StrEnum):
    """Formats of `control`."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def control(
    on: Day,
    paths: PathsOrNone = None,
    profile: ProfileFile = None,
    workspace: WorkspaceName = None,
    basis: Annotated[
        str, typer.Option("--basis", help="Whose word counts: claims, corroborated, or the id of a side.")
    ] = "claims",
    known_by: KnownBy = None,
    form: Annotated[
        ControlFormat, typer.Option("--format", help="A table to read, CSV, or JSON.")
    ] = ControlFormat.TABLE,
    out: Out = None,
    column: Columns = NOTHING,
    *,
    allow_network: AllowNetwork = False,
    every: Annotated[bool, typer.Option("--all", help="Also the places of which nothing is known.")] = False,
) -> None:
    """Tell who holds which place on a day, since when, and by how many claims."""
    from geo.control import control as ask
    from geo.view.sides import all_sides

    reports = sources(paths or (), column, allow_network=allow_network)
    dataset = read_dataset(reports, chosen_profile(profile), opened_gazetteer(), workspace)
    rows = ask(dataset, on=on.date(), basis=basis, known_by=known_by.date() if known_by else None)
    shown = [row for row in rows if every or row.status != "unknown"]
    put_out([_written(shown, form, on.date(), all_sides(dataset).names).encode()], out)


def _written(rows: Sequence[ControlRow], form: ControlFormat, on: date, names: Mapping[str, str]) -> str:
    if form is ControlFormat.JSON:
        return json.dumps([_record(row) for row in rows], ensure_ascii=False, indent=1) + "\n"
    return _csv(rows) if form is ControlFormat.CSV else _table(rows, on, names)


def _record(row: ControlRow) -> dict[str, object]:
    return {**asdict(row), "since": row.since.isoformat()}


def _csv(rows: Sequence[ControlRow]) -> str:
    """Lists are joined by spaces; what is empty was None."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows:
        record = _record(row)
        joined = {
            "rivals": " ".join(row.rivals),
            "claims": " ".join(row.claims),
            "inherited": str(row.inherited).lower(),
        }
        writer.writerow(record | joined)
    return text.getvalue()


def _table(rows: Sequence[ControlRow], on: date, names: Mapping[str, str]) -> str:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        return f"No claim counts on {on}.\n"
    table = Table("place", "id", "status", "holder", "against", "since", "inherited", box=box.SIMPLE_HEAD)
    table.add_column("claims", justify="right")
    for row in rows:
        holder, rivals = names.get(row.holder or "", ""), ", ".join(names[side] for side in row.rivals)
        cells = (row.place, row.place_id, row.status, holder, rivals, row.since.isoformat(),
                 row.inherited_from or "", str(len(row.claims)))  # fmt: skip
        # Names come from outside: as text they are no markup.
        table.add_row(*map(Text, cells))
    console = Console(file=io.StringIO(), width=120)
    with console.capture() as captured:
        console.print(table)
    return captured.get()
