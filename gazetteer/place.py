"""The gazetteer's records: a place, a mention of one in a text, and what a mention resolves to."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a place is; administrative kinds first, from wide to narrow."""

    COUNTRY = "country"
    REGION = "region"  # a part of the world without a border of its own: the Donbas, the Sahel, the Middle East
    PROVINCE = "province"
    DISTRICT = "district"
    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    VALLEY = "valley"
    PASS = "pass"  # noqa: S105 - a mountain pass
    AIRPORT = "airport"
    BASE = "base"
    ROAD = "road"
    DAM = "dam"
    MOUNTAIN = "mountain"  # also a hill or a range
    CROSSING = "crossing"  # a bridge, a border crossing
    FACILITY = "facility"  # a refinery, a power plant, an oil field, a mine


@dataclass(frozen=True, slots=True)
class Place:
    """One gazetteer record.

    Attributes:
        id: Stable identifier: an OCHA P-code (`AF0907`), `gn:<GeoNames id>`, `ne:<Natural Earth unit>`,
            `cl:<name>` for a record of our own or, for a country, its ISO 3166-1 alpha-2 code. Of what is installed:
            `gb:<geoBoundaries shape>` or `bd:<name>`; of an online look-up: `osm:<type><id>`.
        name: The usual name in Latin script.
        kind: What the place is.
        lon: Degrees east, WGS 84; for a unit with an area, a point inside it.
        lat: Degrees north, WGS 84.
        country: ISO 3166-1 alpha-2 code; empty for a region of several countries.
        parents: Ids of the units it lies in, nearest first (district, province, country).
        native: The name in its own script, where known.
        population: Inhabitants, 0 where not known.
        seat_of: Id of the district or province whose seat this place is.
        source: Key of the source in `gazetteer/data/SOURCES.md`.
        radius_km: How far from the point the place may lie, where the point is known only roughly; else 0.
    """

    id: str
    name: str
    kind: Kind
    lon: float
    lat: float
    country: str
    parents: tuple[str, ...] = ()
    native: str | None = None
    population: int = 0
    seat_of: str | None = None
    source: str = ""
    radius_km: float = 0.0


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A span of a text that names a place.

    Attributes:
        start: First code point of the name in the text.
        end: One past the last code point: `text[start:end]` is the name, without any kind word.
        text: The name as written.
        kind: The kind that the words around it give ("Banu *district*"), or None.
    """

    start: int
    end: int
    text: str = field(compare=False)
    kind: Kind | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean, with the reasons for and against it.

    Attributes:
        place: The place.
        score: Higher is likelier; comparable only among the candidates of one mention.
        reasons: Short phrases, each saying what moved the score ("named in the profile's country").
    """

    place: Place
    score: float
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolved:
    """The mention means this place; the runners-up are kept so that doubt can be shown."""

    mention: Mention
    place: Place
    reasons: tuple[str, ...] = ()
    runners_up: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """Several places fit about equally; none is chosen."""

    mention: Mention
    candidates: tuple[Candidate, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """The words name a place that the gazetteer does not hold."""

    mention: Mention
    why: str = ""


Resolution = Resolved | Ambiguous | Unknown
