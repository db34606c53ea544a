"""Names of countries and of their people, from `data/countries.tsv`."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from gazetteer.data_files import data_file

if TYPE_CHECKING:
    from collections.abc import Iterator


def country_names() -> dict[str, tuple[str, ...]]:
    """English names by country code, the usual one first."""
    return {code: names for code, names, _ in _table()}


def demonyms() -> dict[str, str]:
    """Demonym ("Afghan") → country code."""
    return {word: code for code, _, words in _table() for word in words}


def _table() -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    with data_file("countries.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            words = tuple(filter(None, (row["demonyms"] or "").split("|")))
            yield row["country"], tuple(row["names"].split("|")), words
