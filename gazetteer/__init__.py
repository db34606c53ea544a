"""Names of places to places: a gazetteer of the world in one file, with no network.

Knows nothing of reports, claims or maps. `Gazetteer.open()` is the way in.
"""

from gazetteer.attribution import attribution
from gazetteer.entry import Area
from gazetteer.errors import DataError, GazetteerError, UnknownPlaceError
from gazetteer.lookup import Gazetteer
from gazetteer.mentions.find import find_mentions
from gazetteer.place import Ambiguous, Candidate, Kind, Mention, Place, Resolution, Resolved, Unknown
from gazetteer.resolve.mentions import resolve_mentions

__all__ = [
    "Ambiguous",
    "Area",
    "Candidate",
    "DataError",
    "Gazetteer",
    "GazetteerError",
    "Kind",
    "Mention",
    "Place",
    "Resolution",
    "Resolved",
    "Unknown",
    "UnknownPlaceError",
    "attribution",
    "find_mentions",
    "resolve_mentions",
]
