"""The page's filters on rows of an archive's claims: the same claims are let through as in memory."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from geo.view.filters import EVERYTHING, FACETS, NO_PUBLISHER, Filters

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from gazetteer.place import Place
    from geo.archive.row_groups import RowGroups, Wanted

COLUMNS = {
    "side": ("actor_id", "opponent_id", "claimant_side"),
    "action": ("action",),
    "assertion": ("assertion",),
    "publisher": ("publisher",),
    "kind": ("place_kind",),
}
TOLD = ("quote", "place_id", "place_text")


@dataclass(frozen=True, slots=True)
class Sifted:
    """Claims of an archive that filters let through.

    Attributes:
        claims: All claims.
        places: The archive's places by id.
        filters: What a claim must have.
    """

    claims: RowGroups
    places: Mapping[str, Place]
    filters: Filters = EVERYTHING

    def tables(
        self, columns: Sequence[str], wanted: Wanted, coded: Sequence[str] = (), *, threads: bool = False
    ) -> Iterator[pa.Table]:
        """Rows file by file, as `RowGroups.tables` gives them."""
        asked = dict.fromkeys((*columns, *self._needed()))
        for table in self.claims.tables(list(asked), wanted, coded, threads=threads):
            yield self._passing(table).select(list(columns))

    def read(self, columns: Sequence[str], wanted: Wanted, coded: Sequence[str] = ()) -> pa.Table:
        """All rows that are wanted and let through, in the order of the files."""
        found = list(self.tables(columns, wanted, coded, threads=True))
        return pa.concat_tables(found) if found else self.claims.schema.empty_table().select(list(columns))

    def _needed(self) -> list[str]:
        chosen = [column for name in FACETS if getattr(self.filters, name) for column in COLUMNS[name]]
        return [*chosen, *(TOLD if self.filters.text.split() else ())]

    def _passing(self, table: pa.Table) -> pa.Table:
        for name in FACETS:
            values = getattr(self.filters, name)
            if values:
                table = table.filter(_any_of(table, COLUMNS[name], values))
        words = self.filters.text.casefold().split()
        return table.filter(pa.array(self._told(table, words), pa.bool_())) if words else table

    def _told(self, table: pa.Table, words: Sequence[str]) -> Iterator[bool]:
        for quote, place, text in zip(*(table[name].to_pylist() for name in TOLD), strict=True):
            told = f"{quote}\n{self.places[place].name}\n{text}".casefold()
            yield all(word in told for word in words)


def _any_of(table: pa.Table, columns: Sequence[str], values: Sequence[str]) -> pa.ChunkedArray:
    """Which rows have one of the values in one of the columns; no publisher has a word of its own."""
    found = None
    for name in columns:
        texts = table[name].cast(pa.string())
        if name == "publisher":
            texts = pc.if_else(pc.equal(pc.fill_null(texts, ""), ""), NO_PUBLISHER, texts)
        one = pc.is_in(texts, pa.array(values, pa.string()))
        found = one if found is None else pc.or_(found, one)
    return found
