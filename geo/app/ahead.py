"""The map made ahead: while the server starts and the first visitor's browser fetches the page, not after that.

Nothing here needs Streamlit, which is at work in another thread meanwhile. Where nothing was begun, as under
`streamlit run`, or where it failed, the page makes all of it itself, and tells what is wrong.
"""

from __future__ import annotations

from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from gazetteer.errors import GazetteerError
from geo.errors import ClaimlineError

if TYPE_CHECKING:
    from gazetteer import Gazetteer
    from geo.app.arguments import Arguments
    from geo.app.mapped import Loaded
    from geo.app.source import Source


@dataclass(slots=True)
class Ahead:
    """What is being made, for those who will ask for it.

    Attributes:
        source: What the map is made of, None while nothing is made.
        gazetteer: The places, once they are open; None where that failed.
        loaded: The map, once it is made; None where that failed.
        lock: Held while the map is handed out, which is done once.
    """

    source: Source | None = None
    gazetteer: Future[Gazetteer | None] | None = None
    loaded: Future[Loaded | None] | None = None
    lock: Lock = field(default_factory=Lock)

    def begin(self, arguments: Arguments) -> None:
        """Begin to make the map, in a thread that ends with the process.

        Args:
            arguments: What the page was started with.
        """
        from geo.app.source import source_of  # noqa: PLC0415 - imports what the server should not wait for

        if arguments.workspace is not None:
            return
        try:
            source = source_of(arguments)
        except ClaimlineError:
            return
        with self.lock:
            self.source, self.loaded, self.gazetteer = source, Future(), Future()
        Thread(target=self._make, args=(source, self.gazetteer, self.loaded), daemon=True).start()

    def opened(self) -> Gazetteer | None:
        """The places that are opened ahead, waited for; None where none are."""
        return self.gazetteer.result() if self.gazetteer else None

    def taken(self, source: Source) -> Loaded | None:
        """The map, waited for, and no longer kept here; nor is one that is of something else.

        Args:
            source: What it is to be made of.

        Returns:
            The map; None where none is made of this source in this state, or it was taken before.
        """
        with self.lock:
            found, self.loaded = self.loaded, None
            fits = source == self.source
        return found.result() if found and fits else None

    def _make(self, source: Source, gazetteer: Future[Gazetteer | None], loaded: Future[Loaded | None]) -> None:
        with suppress(ClaimlineError, GazetteerError):  # the page comes upon it too, and says it
            try:
                places = _gazetteer()
                gazetteer.set_result(places)
                loaded.set_result(_map(source, places) if places else None)
            finally:  # whatever went wrong: nobody may wait for ever
                for future in (gazetteer, loaded):
                    if not future.done():
                        future.set_result(None)


AHEAD = Ahead()


def _gazetteer() -> Gazetteer | None:
    """The places; an index that is yet to be built is left to the page, which shows how far that is."""
    from gazetteer import Gazetteer  # noqa: PLC0415 - as above

    return Gazetteer.open() if Gazetteer.is_quick_to_open() else None


def _map(source: Source, gazetteer: Gazetteer) -> Loaded:
    from geo.app.mapped import of_archive, of_reports  # noqa: PLC0415 - as above

    if source.archive:
        return of_archive(Path(source.paths[0]), gazetteer)
    return of_reports(source.paths, source.profile, gazetteer)
