"""The command line: parses, calls, prints. What takes long to import is imported when a command needs it."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from gazetteer.errors import GazetteerError
from geo.commands import gazetteer as gazetteer_commands
from geo.commands.control import control
from geo.commands.places import places
from geo.commands.terminal import opened_gazetteer, say
from geo.errors import ClaimlineError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from gazetteer import Gazetteer
    from geo.pipeline import Dataset
    from geo.profile import Profile

app = typer.Typer(
    name="claimline",
    help="Dated reports about a war in, a map of who claims control of what out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

Paths = Annotated[list[Path], typer.Argument(help="Report files, or folders of them.", show_default=False)]
ProfileFile = Annotated[
    Path | None, typer.Option("--profile", help="Conflict profile (TOML): sides, countries, days.", show_default=False)
]
Out = Annotated[Path | None, typer.Option("--out", help="File to write; without it, the terminal.", show_default=False)]


class ClaimFormat(StrEnum):
    """Formats of `extract`."""

    JSONL = "jsonl"


class ExportFormat(StrEnum):
    """Formats of `export`."""

    GEOJSON = "geojson"


class Layer(StrEnum):
    """What `export` writes."""

    CLAIMS = "claims"
    POINTS = "points"
    CONTROL = "control"


@app.command()
def extract(
    paths: Paths,
    profile: ProfileFile = None,
    form: Annotated[ClaimFormat, typer.Option("--format", help="JSON Lines: one claim a line.")] = ClaimFormat.JSONL,  # noqa: ARG001 - the only format so far
    out: Out = None,
) -> None:
    """Print the control claims of reports, each with its verbatim quote."""
    from geo.export.jsonl import claims_jsonl  # noqa: PLC0415 - a command pays only for what it needs
    from geo.pipeline import read_claims  # noqa: PLC0415

    harvest = read_claims(paths, _profile(profile), opened_gazetteer())
    _warn(harvest.problems)
    _write((f"{line}\n".encode() for line in claims_jsonl(harvest.claims)), out)


@app.command(name="map")
def map_(
    paths: Paths,
    out: Annotated[Path, typer.Option("--out", help="HTML file to write.", show_default=False)],
    profile: ProfileFile = None,
) -> None:
    """Write the map as one HTML file with its quotes; it opens from disk and needs no network."""
    from geo.map.standalone import write_map  # noqa: PLC0415 - a command pays only for what it needs

    gazetteer = opened_gazetteer()
    dataset = _dataset(paths, profile, gazetteer)
    write_map(dataset, gazetteer, out)
    say(f"{out}: {len(dataset.claims)} claims from {len(dataset.reports)} reports.")


@app.command()
def export(
    paths: Paths,
    profile: ProfileFile = None,
    form: Annotated[ExportFormat, typer.Option("--format", help="GeoJSON (RFC 7946).")] = ExportFormat.GEOJSON,  # noqa: ARG001 - the only format so far
    layer: Annotated[Layer, typer.Option("--layer", help="Claims on areas, claims as points, or control periods.")] = Layer.CLAIMS,
    out: Out = None,
) -> None:
    """Write claims or control periods for other tools."""
    from geo.export.geojson import claim_points_geojson, claims_geojson, control_geojson  # noqa: PLC0415

    gazetteer = opened_gazetteer()
    data = _dataset(paths, profile, gazetteer)
    if layer is Layer.CONTROL:
        content = control_geojson(data.periods, data.places, gazetteer, data.profile)
    elif layer is Layer.POINTS:
        content = claim_points_geojson(data.claims, data.reports)
    else:
        content = claims_geojson(data.claims, gazetteer, data.reports)
    _write([content], out)


app.command()(places)
app.command()(control)
app.add_typer(gazetteer_commands.app)


def _dataset(paths: list[Path], profile: Path | None, gazetteer: Gazetteer) -> Dataset:
    from geo.pipeline import build_dataset  # noqa: PLC0415 - a command pays only for what it needs

    dataset = build_dataset(paths, _profile(profile), gazetteer)
    _warn(dataset.problems)
    return dataset


def _profile(path: Path | None) -> Profile:
    from geo.profile import Profile, load_profile  # noqa: PLC0415 - a command pays only for what it needs

    return load_profile(path) if path else Profile()


def _write(chunks: Iterable[bytes], out: Path | None) -> None:
    if out is None:
        for chunk in chunks:
            sys.stdout.buffer.write(chunk)
        sys.stdout.buffer.flush()
        return
    from geo.export.atomic import write_whole  # noqa: PLC0415 - a command pays only for what it needs

    write_whole(out, chunks)
    say(f"{out}: written.")


def _warn(problems: Iterable[str]) -> None:
    for problem in problems:
        say(f"Left out: {problem}")


def _fail(error: Exception) -> NoReturn:
    say(str(error))
    raise SystemExit(1)


def main() -> None:
    """Run the command line; what goes wrong on purpose is told in a sentence, with exit status 1."""
    try:
        app()
    except (ClaimlineError, GazetteerError) as error:
        _fail(error)
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has seen enough.
        sys.stderr.close()
        raise SystemExit(0) from None


if __name__ == "__main__":
    main()
