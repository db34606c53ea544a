"""What a whole run needs, looked at before half an hour goes by without it."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING

from benchmarks.page.assets import missing_packages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.suite.settings import Settings

LIBRARIES = ("flashgeotext", "geotext", "playwright", "streamlit_folium", "vl_convert")
EXTRAS = 'pip install ".[benchmark,cluster,readers,workspace]"'
LABELLED = ("lgl.jsonl", "geovirus.jsonl", "control_sentences.jsonl")


def lacking(settings: Settings) -> Iterator[str]:
    """What is not there.

    Args:
        settings: What the run is asked for.

    Yields:
        A sentence each, with what to do.
    """
    absent = [name for name in LIBRARIES if find_spec(name) is None]
    if absent:
        yield f"There is no {', '.join(absent)}. Run `{EXTRAS}`."
    if missing_packages():
        yield "The scripts that the page is compared with are not there. Run `npm ci --prefix development`."
    files = (
        LABELLED if settings.labelled is None else [one for one in LABELLED if not (settings.labelled / one).is_file()]
    )
    if files:
        yield f"There is no {', '.join(files)}. Name their folder with --labelled."
