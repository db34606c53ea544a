"""Small invented files in the real formats: geoBoundaries' API and GeoJSON, and GeoNames' dumps, of Luxembourg."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

from file_server import FileServer, Reply
from shapely.geometry import box, mapping

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

API = "/api/current/gbOpen/LUX/ADM2/"
SHAPES = "/files/geoBoundaries-LUX-ADM2.geojson"
DUMP = "/export/dump/LU.zip"
ALTERNATES = "/export/dump/alternatenames/LU.zip"
# Two invented districts: the north and the south of the country.
NORTH, SOUTH = (5.7, 49.8, 6.6, 50.2), (5.7, 49.4, 6.6, 49.8)


def shapes(*, names: Sequence[str] = ("Northland", "Southland")) -> bytes:
    features = [
        {
            "type": "Feature",
            "properties": {
                "shapeName": name, "shapeISO": "", "shapeID": f"1B{number}", "shapeGroup": "LUX", "shapeType": "ADM2",
            },
            "geometry": mapping(box(*bounds)),
        }
        for number, (name, bounds) in enumerate(zip(names, (NORTH, SOUTH), strict=True))
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def described(address: str) -> bytes:
    facts = {
        "boundaryID": "LUX-ADM2-1",
        "boundaryISO": "LUX",
        "boundaryYearRepresented": "2020",
        "boundarySource": "Invented Survey",
        "boundaryLicense": "CC0 1.0",
        "shapeCount": "2",
        "gjDownloadURL": address,
        "simplifiedGeometryGeoJSON": f"{address}.simple",
    }
    return json.dumps(facts).encode()


def row(geoname_id: int, name: str, lon: float, lat: float, code: str, **more: Any) -> str:  # noqa: ANN401 - columns of any type
    """A row of a dump; `more`: alternates, country, population."""
    cells = [""] * 19
    cells[0:3] = [str(geoname_id), name, name]
    cells[3] = more.get("alternates", "")
    cells[4:6] = [str(lat), str(lon)]
    cells[6:9] = [code[0], code, more.get("country", "LU")]
    cells[14] = str(more.get("population", 0))
    cells[17:19] = ["Europe/Luxembourg", "2026-01-01"]
    return "\t".join(cells)


ROWS = (
    row(990001, "Invented Seat", 6.1, 50.0, "PPLA2", population=900),
    row(990002, "Invented Hamlet", 6.1, 49.6, "PPL", alternates="Hameau Inventé,XYZ,machine name"),
    row(990003, "Invented Pass", 6.0, 50.05, "PASS"),
    row(990004, "Invented Field", 6.2, 49.62, "AIRF"),
    row(990005, "Invented Farm", 6.2, 49.62, "FRM"),
    row(990006, "Northland Canton", 6.1, 50.0, "ADM2", alternates="Northland,Nordland"),
    row(2960316, "Luxembourg", 6.13, 49.61, "PPLC", population=76684),
)


def packed(name: str, rows: Sequence[str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("readme.txt", "about the columns")
        file.writestr(name, "\n".join(rows) + "\n")
    return out.getvalue()


def dump(rows: Sequence[str] = ROWS) -> bytes:
    return packed("LU.txt", rows)


def alternates() -> bytes:
    rows = ["1\t990002\tfr\tHameau de l'Invention\t\t\t\t\t\t", "2\t990002\tlink\thttps://example.org\t\t\t\t\t\t"]
    return packed("LU.txt", rows)


def serve_luxembourg(server: FileServer) -> None:
    """Put Luxembourg on a server, under the paths of the real ones."""
    server.replies |= {
        API: [Reply(described(f"{server.base}{SHAPES}"))],
        SHAPES: [Reply(shapes(), headers={"ETag": '"s1"'})],
        DUMP: [Reply(dump(), headers={"ETag": '"d1"'})],
        ALTERNATES: [Reply(alternates())],
    }


def luxembourg_folder(folder: Path) -> Path:
    """Put Luxembourg in a folder, under the names of the real files."""
    (folder / "alternatenames").mkdir(parents=True)
    (folder / "geoBoundaries-LUX-ADM2.geojson").write_bytes(shapes())
    (folder / "geoBoundaries-LUX-ADM2-metaData.json").write_bytes(described(""))
    (folder / "LU.zip").write_bytes(dump())
    (folder / "alternatenames" / "LU.zip").write_bytes(alternates())
    return folder
