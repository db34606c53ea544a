"""Opens the gazetteer for the page: the first start on a machine builds its index, which takes a while and is shown."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING

import streamlit as st

from gazetteer import Gazetteer
from geo.app.ahead import AHEAD

if TYPE_CHECKING:
    from streamlit.delta_generator import DeltaGenerator

FIRST_START = (
    "First start on this machine: the index of the world's place names is being built, from data that came with "
    "Claimline. It takes half a minute to a minute, once; later starts open it in a moment."
)


@dataclass(slots=True)
class Shelf:
    """Where the gazetteer is kept for all visitors; the lock is held while its index is built."""

    gazetteer: Gazetteer | None = None
    lock: Lock = field(default_factory=Lock)


def open_gazetteer() -> Gazetteer:
    """The gazetteer; the first start on a machine builds its index, and the page says how far that is."""
    shelf = _shelf()
    if shelf.gazetteer is None:
        slot = st.empty()
        if shelf.lock.locked():
            slot.text(FIRST_START)  # another visitor's page builds it
        with shelf.lock:
            if shelf.gazetteer is None:
                shelf.gazetteer = AHEAD.opened() or Gazetteer.open(progress=partial(_tell, slot, time.monotonic()))
        slot.empty()
    return shelf.gazetteer


@st.cache_resource(show_spinner=False)
def _shelf() -> Shelf:
    return Shelf()


def _tell(slot: DeltaGenerator, started: float, step: str, done: int, total: int) -> None:
    """Show how far the index is, and how long the rest takes at the same pace."""
    share = min(done / total, 1.0) if total else 0.0
    slot.progress(share, f"{FIRST_START} {progress_words(step, done, total, time.monotonic() - started)}")


def progress_words(step: str, done: int, total: int, seconds: float) -> str:
    """How far something is, for example "Writing: 50,000 of about 200,000 places, about 30 seconds left."."""
    if not total or not done:
        return f"{step} …"
    left = round(seconds * max(total - done, 0) / done)
    return f"{step}: {done:,} of about {total:,} places, about {left} seconds left."
