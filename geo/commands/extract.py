"""`claimline extract`: the claims of reports, one a line."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from geo.commands.inputs import chosen_profile, name_choices, name_problems
from geo.commands.options import Out, Paths, ProfileFile
from geo.commands.terminal import opened_gazetteer, put_out


class ClaimFormat(StrEnum):
    """Formats of `extract`."""

    JSONL = "jsonl"


Form = Annotated[ClaimFormat, typer.Option("--format", help="JSON Lines: one claim a line.")]


def extract(paths: Paths, profile: ProfileFile = None, form: Form = ClaimFormat.JSONL, out: Out = None) -> None:
    """Print the control claims of reports, each with its verbatim quote."""
    from geo.export.jsonl import claims_jsonl
    from geo.pipeline import read_claims

    writers = {ClaimFormat.JSONL: claims_jsonl}
    harvest = read_claims(paths, chosen_profile(profile), opened_gazetteer())
    name_problems(harvest.problems)
    name_choices(harvest.choices)
    put_out((f"{line}\n".encode() for line in writers[form](harvest.claims)), out)
