"""Names of places to places: a gazetteer of the world in one file, with no network.

Knows nothing of reports, claims or maps. `Gazetteer.open()` is the way in.
"""

from importlib import import_module
from typing import TYPE_CHECKING

# At once: the module bears the function's name, and would stand in its place.
from gazetteer.attribution import attribution

if TYPE_CHECKING:
    from gazetteer.entry import Area
    from gazetteer.errors import DataError, GazetteerError, UnknownPlaceError
    from gazetteer.lookup import Gazetteer
    from gazetteer.mentions.find import find_mentions
    from gazetteer.place import Ambiguous, Candidate, Kind, Mention, Place, Resolution, Resolved, Unknown
    from gazetteer.resolve.mentions import resolve_mentions

# Where each name is. It is imported when it is asked for, so that `gazetteer.errors` alone costs next to nothing.
_MODULES = {
    "Ambiguous": "gazetteer.place",
    "Area": "gazetteer.entry",
    "Candidate": "gazetteer.place",
    "DataError": "gazetteer.errors",
    "Gazetteer": "gazetteer.lookup",
    "GazetteerError": "gazetteer.errors",
    "Kind": "gazetteer.place",
    "Mention": "gazetteer.place",
    "Place": "gazetteer.place",
    "Resolution": "gazetteer.place",
    "Resolved": "gazetteer.place",
    "Unknown": "gazetteer.place",
    "UnknownPlaceError": "gazetteer.errors",
    "find_mentions": "gazetteer.mentions.find",
    "resolve_mentions": "gazetteer.resolve.mentions",
}

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


def __getattr__(name: str) -> object:
    """A name of this package, imported now (PEP 562)."""
    if name not in _MODULES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    globals()[name] = found = getattr(import_module(_MODULES[name]), name)
    return found
