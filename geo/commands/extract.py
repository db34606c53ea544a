"""`claimline extract`: the claims of reports, one a line, of five reports or of a hundred thousand."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from geo.commands.engines import ClusterAddress, Processes, chosen_engine
from geo.commands.inputs import chosen_profile, name_problems, sources
from geo.commands.options import NOTHING, AllowNetwork, Columns, Out, Paths, ProfileFile
from geo.commands.terminal import opened_gazetteer, put_out, say, shown_rate

if TYPE_CHECKING:
    from geo.bulk.lines import Told
    from geo.bulk.spool import Spool
    from geo.commands.inputs import Sources
    from geo.engine.engine import Engine
    from geo.profile import Profile


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
    processes: Processes = None,
    cluster: ClusterAddress = None,
    *,
    allow_network: AllowNetwork = False,
) -> None:
    """Print the control claims of reports, each with its verbatim quote."""
    from geo.bulk.spool import Spool

    known = chosen_profile(profile)
    # Its index is built here, once, and not by every process.
    opened_gazetteer().close()
    reports = sources(paths, column, allow_network=allow_network)
    with Spool() as spool:
        with chosen_engine(processes, cluster) as engine:
            told = _read(spool, reports, known, engine, form)
        _tell(told, profile)
        put_out(spool.lines(), out)


def _read(spool: Spool, reports: Sources, profile: Profile, engine: Engine, form: ClaimFormat) -> Told:
    from geo.bulk.lines import read_into
    from geo.export.jsonl import claims_jsonl
    from geo.reports.stream import stream_reports

    known = [0]

    def far(_done: int, total: int) -> None:
        known[0] = total

    writers = {ClaimFormat.JSONL: claims_jsonl}
    with shown_rate("Finding claims") as show:
        outcomes = stream_reports(reports.inputs, reports.options, progress=far)
        return read_into(
            spool, outcomes, profile, engine, writers[form], progress=lambda done: show(done, max(done, known[0]))
        )


def _tell(told: Told, profile: str | None) -> None:
    from geo.choose import counts_told
    from geo.profile import AUTO

    name_problems(told.problems)
    if profile in {None, AUTO.id}:
        say(counts_told(told.taken, told.bare))
