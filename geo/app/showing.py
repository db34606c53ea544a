"""What a view shows of what is loaded: made once for all visitors, unless the reports are a person's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from geo.app.looks import Looks
from geo.map.tables import as_sent, survey_tables
from geo.view.view import View

if TYPE_CHECKING:
    from geo.app.mapped import Loaded
    from geo.holdings.holdings import Holdings

FOLDING = "Working out who holds what …"
MOST_LOOKS = 8


@dataclass(frozen=True, slots=True)
class Shown:
    """A view of what is loaded.

    Attributes:
        data: The claims that are shown, and their control periods.
        tables: What the map shows instead of the tables it was made with; None for those.
        sent: The same as the browser gets it.
        version: Changes with anything above.
    """

    data: Holdings
    tables: dict[str, Any] | None
    sent: dict[str, Any] | None
    version: str

    @property
    def view(self) -> View:
        """Basis, clock and filters."""
        return self.data.view


def show(loaded: Loaded, view: View) -> Shown:
    """Look at what is loaded.

    Args:
        loaded: Data and map.
        view: Basis, clock and filters.

    Returns:
        What is shown; made once, for all visitors unless the reports are a person's own.
    """
    if view == View():
        return Shown(loaded.data, None, None, loaded.version)
    if loaded.data.slow:
        return _looked_at(loaded, view)
    look = _look_in_session if loaded.own else _look_for_all
    return look(loaded, view, loaded.version)


def _look(_loaded: Loaded, view: View, version: str) -> Shown:
    return _of_view(_loaded.data.seen(view), view, version)


@st.cache_resource(max_entries=4, show_spinner=False)
def _looks(version: str) -> Looks[Shown]:  # noqa: ARG001 - once a map
    return Looks(MOST_LOOKS)


def _looked_at(loaded: Loaded, view: View) -> Shown:
    """A view of an archive: as long as it is made, the page says how far it is."""

    def make() -> Shown:
        bar = st.progress(0.0, FOLDING)
        data = loaded.data.seen(view, lambda done, total: _tell(bar, done, total))
        bar.empty()
        return _of_view(data, view, loaded.version)

    return _looks(loaded.version).look(view, make)


def _of_view(data: Holdings, view: View, version: str) -> Shown:
    tables = survey_tables(data.survey)
    return Shown(data, tables, as_sent(tables), f"{version} {view}")


def _tell(bar: st.delta_generator.DeltaGenerator, done: int, total: int) -> None:
    bar.progress(done / total, f"{FOLDING} {done:,} of {total:,} places")


_look_for_all = st.cache_resource(max_entries=32, show_spinner=False)(_look)
_look_in_session = st.cache_resource(max_entries=8, show_spinner=False, scope="session")(_look)
