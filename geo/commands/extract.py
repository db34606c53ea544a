"""`claimline extract`: the claims of reports, one a line."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from geo.commands.inputs import chosen_profile, name_choices, name_problems, read_harvest, sources
from geo.commands.options import NOTHING, AllowNetwork, Columns, Out, Paths, ProfileFile
from geo.commands.terminal import opened_gazetteer, put_out


class ClaimFormat(StrEnum):
    """Formats of `extract`."""

    JSONL = "jsonl"


Form = Annotated[ClaimFormat, typer.Option("--format", help="JSON Lines: one claim a line.")]


def extract(
    paths: Paths,
    profile: ProfileFile = None,
    form: Form = ClaimFormat.JSONL,
    out: Out = None,
    column: Columns = NOTHING,
    *,
    allow_network: AllowNetwork = False,
) -> None:
    """Print the control claims of reports, each with its verbatim quote."""
    from geo.export.jsonl import claims_jsonl

    writers = {ClaimFormat.JSONL: claims_jsonl}
    known, gazetteer = chosen_profile(profile), opened_gazetteer()
    harvest = read_harvest(sources(paths, column, allow_network=allow_network), known, gazetteer)
    name_problems(harvest.problems)
    name_choices(harvest.choices)
    put_out((f"{line}\n".encode() for line in writers[form](harvest.claims)), out)
