"""Rows of an archive's reports, places, control periods and unplaced names as what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from gazetteer.place import Kind, Place
from geo.claims.extract import Unplaced
from geo.control.period import ControlPeriod, Status
from geo.reports.report import DateBasis, Provenance, Report, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pyarrow as pa


def reports_of(rows: pa.Table) -> Iterator[Report]:
    """Make reports of rows; what no column tells is left empty."""
    for row in rows.to_pylist():
        yield Report(
            id=row["report"],
            text=row.get("text") or "",
            published=row["published"],
            published_text=row.get("published_text") or "",
            sha256=row["sha256"],
            body=tuple(Span(one["start"], one["end"]) for one in row.get("body") or ()),
            publisher=row["publisher"],
            title=row["title"],
            url=row["url"],
            language=row.get("language"),
            provenance=_provenance(row) if "source" in row else Provenance(),
        )


def _provenance(row: Mapping[str, Any]) -> Provenance:
    said = {name: row[f"{name}_from"] or "" for name in ("published", "publisher", "title")}
    return Provenance(row["source"] or "", row["format"] or "", DateBasis(row["date_basis"]), **said)


def places_of(rows: pa.Table) -> Iterator[Place]:
    """Make places of rows."""
    for row in rows.drop_columns(["geometry", "bbox"]).to_pylist():
        lon, lat = (float("nan") if row[name] is None else row[name] for name in ("lon", "lat"))
        yield Place(
            id=row["place_id"],
            name=row["place"],
            kind=Kind(row["place_kind"]),
            lon=lon,
            lat=lat,
            country=row["country"] or "",
            parents=tuple(row["parents"] or ()),
            native=row["native"],
            population=row["population"] or 0,
            seat_of=row["seat_of"],
            source=row["source"] or "",
            radius_km=row["radius_km"] or 0.0,
        )


def periods_of(rows: pa.Table) -> Iterator[ControlPeriod]:
    """Make control periods of rows; without the column `claims` they name none."""
    for row in rows.to_pylist():
        yield ControlPeriod(
            place=row["place_id"],
            start=row["start"],
            end=row["end"],
            status=Status(row["status"]),
            holder=row["holder_id"],
            rivals=tuple(row["rival_ids"] or ()),
            inherited_from=row["inherited_from"],
            claims=tuple(row.get("claims") or ()),
            method=row["method"],
        )


def unplaced_of(rows: pa.Table) -> Iterator[Unplaced]:
    """Make unplaced names of rows."""
    for row in rows.to_pylist():
        yield Unplaced(row["report"], row["text"], row["start"], row["why"], tuple(row["candidates"] or ()))
