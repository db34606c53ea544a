"""`claimline export`: claims or control periods for other tools."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from geo.commands.inputs import chosen_profile, read_dataset
from geo.commands.options import Out, Paths, ProfileFile
from geo.commands.terminal import opened_gazetteer, put_out

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.pipeline import Dataset


class ExportFormat(StrEnum):
    """Formats of `export`."""

    GEOJSON = "geojson"


class Layer(StrEnum):
    """What `export` writes."""

    CLAIMS = "claims"
    POINTS = "points"
    CONTROL = "control"


Form = Annotated[ExportFormat, typer.Option("--format", help="GeoJSON (RFC 7946).")]
Which = Annotated[Layer, typer.Option("--layer", help="Claims on areas, claims as points, or control periods.")]


def export(
    paths: Paths,
    profile: ProfileFile = None,
    form: Form = ExportFormat.GEOJSON,
    layer: Which = Layer.CLAIMS,
    out: Out = None,
) -> None:
    """Write claims or control periods for other tools."""
    known, gazetteer = chosen_profile(profile), opened_gazetteer()
    writers = {ExportFormat.GEOJSON: _geojson}
    put_out([writers[form](read_dataset(paths, known, gazetteer), gazetteer, layer)], out)


def _geojson(data: Dataset, gazetteer: Gazetteer, layer: Layer) -> bytes:
    from geo.export.geojson import claim_points_geojson, claims_geojson, control_geojson

    if layer is Layer.CONTROL:
        return control_geojson(data.periods, data.places, gazetteer, data.profile)
    if layer is Layer.POINTS:
        return claim_points_geojson(data.claims, data.reports)
    return claims_geojson(data.claims, gazetteer, data.reports)
