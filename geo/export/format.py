"""What a format of files is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from geo.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from geo.export.contents import Contents
    from geo.export.layers import Layer


@dataclass(frozen=True, slots=True)
class Format:
    """One format of files.

    Attributes:
        id: Identifier, as the command line takes it.
        label: What a person calls it.
        ending: Ending of file names, with its dot.
        media_type: Media type.
        opens_in: Which tools open it how; one line.
        layers: What a file can hold, the usual first. `(ALL,)` where one file holds everything.
        write: Makes a file of a layer, bytes in order, in bounded memory; the same contents give the same bytes.
    """

    id: str
    label: str
    ending: str
    media_type: str
    opens_in: str
    layers: tuple[Layer, ...]
    write: Callable[[Contents, Layer], Iterator[bytes]]

    @property
    def binary(self) -> bool:
        """It is no text."""
        return not (self.media_type.startswith("text/") or any(kind in self.media_type for kind in ("json", "+xml")))

    def file_name(self, layer: Layer) -> str:
        """A name for a file, such as `claimline-claims.geojson`."""
        return f"claimline{'' if layer.id == 'all' else '-' + layer.id}{self.ending}"

    def layer(self, layer_id: str) -> Layer:
        """One of the layers.

        Raises:
            ExportError: The format cannot hold it; the message names those that it can.
        """
        for layer in self.layers:
            if layer.id == layer_id:
                return layer
        names = ", ".join(layer.id for layer in self.layers)
        message = f"A {self.label} file holds no layer {layer_id!r}. Choose one of: {names}."
        raise ExportError(message)
