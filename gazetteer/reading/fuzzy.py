"""The last step: a name mistyped by a letter or two ("Panjhsir")."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable

_SHORTEST, _LONG = 6, 10
# More names than a report holds; a book is then still read in time linear in its length.
_MOST = 500


def near_name(form: str, names: Iterable[str]) -> str | None:
    """The one name that a mistyped name must mean.

    Args:
        form: A normalised name of which the gazetteer holds nothing.
        names: Normalised names that it may mean.

    Returns:
        The name one slip away (a letter left out, put in, changed or swapped with its neighbour; two slips for ten
        letters and more, never in the first letter); None for shorter names, and where two names are as near.
    """
    if len(form) < _SHORTEST:
        return None
    limit = 2 if len(form) >= _LONG else 1
    alike = (name for name in islice(names, _MOST) if name[:1] == form[:1])
    near = {
        name for name in alike if not _derived(form, name) and OSA.distance(form, name, score_cutoff=limit) <= limit
    }
    return near.pop() if len(near) == 1 else None


def _derived(form: str, name: str) -> bool:
    """Whether one is the other with an ending: "Panjshiri" is no slip for "Panjshir" but a word made from it."""
    return form.startswith(name) or name.startswith(form)
