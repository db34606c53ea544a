"""`claimline extract`: the claims of reports, one a line, of five reports or of a hundred thousand."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geo.commands.archived import archived
from geo.commands.engines import ClusterAddress, Processes, Workers, chosen_engine
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


# What a shell gives a command that Ctrl-C ended.
INTERRUPTED = 130
ArchiveFolder = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="FOLDER",
        help="Make an archive of them there instead: claims by month and control periods by place, as GeoParquet. "
        "Name all that it is to be made of, new files last: parts that are done with the same texts are passed over.",
        show_default=False,
    ),
]
Replace = Annotated[
    bool,
    typer.Option(
        "--replace",
        help="With --archive: it may lose what was read in files that are not named now, and texts that a process died "
        "of are tried again.",
    ),
]
Form = Annotated[ClaimFormat, typer.Option("--format", help="JSON Lines: one claim a line.")]


def extract(
    paths: Paths,
    profile: ProfileFile = None,
    form: Form = ClaimFormat.JSONL,
    out: Out = None,
    column: Columns = NOTHING,
    archive: ArchiveFolder = None,
    processes: Processes = None,
    cluster: ClusterAddress = None,
    *,
    replace: Replace = False,
    allow_network: AllowNetwork = False,
) -> None:
    """Print the control claims of reports, each with its verbatim quote; or put them into an archive."""
    known = chosen_profile(profile)
    # Its index is built here, once, and not by every process.
    gazetteer = opened_gazetteer()
    reports = sources(paths, column, allow_network=allow_network)
    try:
        if archive is None:
            _print(reports, known, Workers(processes, cluster), form, out)
        else:
            archived(archive, reports, known, Workers(processes, cluster), gazetteer, replace=replace)
    except KeyboardInterrupt:
        say("Stopped." if archive is None else "Stopped. The same command goes on where this one was.")
        raise typer.Exit(INTERRUPTED) from None


def _print(reports: Sources, profile: Profile, workers: Workers, form: ClaimFormat, out: Path | None) -> None:
    from geo.bulk.spool import Spool

    with Spool() as spool:
        with chosen_engine(workers) as engine:
            told = _read(spool, reports, profile, engine, form)
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


def _tell(told: Told, profile: Profile) -> None:
    from geo.chosen import counts_told
    from geo.profile import AUTO

    name_problems(told.problems)
    if profile == AUTO:
        say(counts_told(told.taken, told.bare))
