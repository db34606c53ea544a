"""Download buttons; a file is made when its button is pressed, not before."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from geo.export.contents import contents
from geo.export.formats import FORMATS
from geo.map.standalone import standalone_page
from geo.view.view import bases, view_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from geo.app.mapped import Loaded
    from geo.app.showing import Shown
    from geo.export.format import Format
    from geo.export.layers import Layer

LABEL_AND_BUTTONS = (1, 2)


def downloads(loaded: Loaded, shown: Shown) -> None:
    """Draw the download buttons, a line for each format.

    Args:
        loaded: Data and map.
        shown: What is downloaded: exactly what the switches and filters show.
    """
    words = view_words(shown.view, bases(shown.data.survey.profile))
    with st.container(key="downloads"):
        st.text(f"Exactly what is shown, and every file says so inside. {words}")
        if shown.data.too_large:
            st.text(shown.data.too_large)
            return
        _page(loaded, shown)
        for form in FORMATS:
            with _line(f"{form.label}: {form.opens_in}"):
                for layer in form.layers:
                    st.download_button(
                        f"{layer.label}, {form.label}",
                        partial(_made, form, layer, loaded, shown),
                        file_name=form.file_name(layer),
                        mime=form.media_type,
                        on_click="ignore",
                    )


def _page(loaded: Loaded, shown: Shown) -> None:
    with _line("This map as one file with its quotes: any browser, without a network"):
        if shown.data.too_large_for_page:
            st.text(shown.data.too_large_for_page)
            return
        st.download_button(
            "This map as one file, HTML",
            lambda: _standalone(loaded, shown).encode(),
            file_name="claimline-map.html",
            mime="text/html",
            on_click="ignore",
        )


def _standalone(loaded: Loaded, shown: Shown) -> str:
    """The file, with the colours that the page has, also where filters leave sides out."""
    return standalone_page(shown.data.dataset(), loaded.gazetteer, shown.view, loaded.data.survey.sides)


@contextmanager
def _line(label: str) -> Iterator[None]:
    """A label, and beside it, or on a phone below it, buttons one after the other."""
    left, right = st.columns(LABEL_AND_BUTTONS, vertical_alignment="center")
    left.text(label)
    with right, st.container(horizontal=True):
        yield


def _made(form: Format, layer: Layer, loaded: Loaded, shown: Shown) -> bytes:
    """The file, with the colours that the map shows."""
    what = contents(shown.data.findings(), loaded.gazetteer, shown.view, loaded.data.survey.sides)
    return b"".join(form.write(what, layer))
