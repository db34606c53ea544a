"""A person's own reports: handed over as files or pasted, shown in this session only, never written to a disk."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from geo.app import components
from geo.app.first_start import open_gazetteer
from geo.app.mapped import prepared
from geo.errors import ClaimlineError
from geo.harvest import harvest
from geo.pipeline import folded
from geo.profile import AUTO, Profile, library, named_profile
from geo.reports.formats.known import read_suffixes
from geo.reports.given import Given, read_given
from geo.reports.options import MEGABYTE, Limits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from geo.app.arguments import Arguments
    from geo.app.mapped import Loaded

OWN = "own_reports"
TEXTS = "own_texts"
CHOSEN = "Automatic: each report takes the one that fits it"
NO_PROFILE = "None: sides as the reports name them"
INTRODUCTION = (
    "Drop files of reports here, or paste one. They are read in this session only: nothing is stored, and nobody "
    "else can see them."
)
MOST_FILES = 100
MANY = f"Up to {MOST_FILES} files at a time. Put more of them into one zip file: it is opened here."
PROFILE_HELP = (
    "Names the sides of a war, with their spellings and colours. Without one, allies show as sides of their own."
)
DAY_HELP = "Used for texts that do not say their own day on the first lines."


def own_reports() -> Loaded | None:
    """The map of the person's own reports, or None while there is none in this session."""
    loaded: Loaded | None = st.session_state.get(OWN)
    return loaded


def leave_own_reports() -> None:
    """Forget the person's own reports; the page then shows what it was started with."""
    st.session_state.pop(OWN, None)
    st.session_state.pop(TEXTS, None)
    st.query_params.clear()


def profiles_offered(arguments: Arguments) -> dict[str, Profile]:
    """The conflict profiles that own reports can be read with, by the words of their choice, the usual one first."""
    try:
        given = named_profile(arguments.profile)
    except ClaimlineError:  # the page says so already, and offers to read reports without it
        given = AUTO
    known = (given, *(replace(profile, start=None, end=None) for profile in library()))
    titled = {profile.title: profile for profile in known if profile.title}
    return {CHOSEN: AUTO, NO_PROFILE: Profile(), **dict(sorted(titled.items()))}


@st.dialog("Your reports", width="medium")
def ask_for_reports(arguments: Arguments) -> None:
    """Ask for reports, read them and show their map.

    Args:
        arguments: What the page was started with; its profile can be chosen beside those of the library.
    """
    profiles = profiles_offered(arguments)
    with st.form("own", border=False):
        st.text(INTRODUCTION)
        st.text(MANY)
        files = st.file_uploader(
            "Report files",
            type=list(read_suffixes()),
            accept_multiple_files=True,
            max_upload_size=Limits().file_bytes // MEGABYTE,
        )
        pasted = st.text_area("Or paste a report", height=140, placeholder="KYIV - Ukrainian troops entered …")
        left, right = st.columns(2)
        day = left.date_input("Day of publication", value=None, format="YYYY-MM-DD", help=DAY_HELP)
        chosen = right.selectbox("Conflict profile", list(profiles), help=PROFILE_HELP)
        shown: tuple[Given, ...] = st.session_state.get(TEXTS, ())
        add = bool(shown) and st.checkbox("Add to the reports that are shown", value=True)
        asked = st.form_submit_button("Show on the map", type="primary")
    if asked and len(files) > MOST_FILES:
        words = f"You chose {len(files)} files. Put them into one zip file, or choose up to {MOST_FILES}."
        components.notice()(key="own_problems", data={"lines": [words]})
    elif asked:
        kept = shown if add else ()
        new = texts_of(files, pasted, day, len(kept))
        _read((*kept, *new) if new else (), profiles[chosen])


def nothing_to_show(error: ClaimlineError, arguments: Arguments) -> None:
    """Say why there is no map, and offer to read other reports.

    Args:
        error: Its message says what to do.
        arguments: What the page was started with.
    """
    with st.container(key="nothing"):
        st.error("There is nothing to show yet.")
        components.notice()(key="why_nothing", data={"lines": str(error).splitlines()})
        if st.button("Show reports of your own", type="primary", key="ask_instead"):
            ask_for_reports(arguments)


def texts_of(files: Sequence[UploadedFile], pasted: str, day: date | None, before: int = 0) -> tuple[Given, ...]:
    """What was handed over, files first.

    Args:
        files: Uploaded files.
        pasted: Pasted text, may be blank.
        day: Day of publication for texts that do not say it.
        before: How many texts were handed over before, so that each pasted one has a name of its own.

    Returns:
        The texts.
    """
    given = [Given(file.name, file.getvalue(), day) for file in files]
    name = f"pasted text {before + 1}.txt" if before else "pasted text.txt"
    return (*given, *([Given(name, pasted.encode(), day)] if pasted.strip() else []))


def _read(texts: tuple[Given, ...], profile: Profile) -> None:
    """Read the texts and show them; where none can be read, say why and stay."""
    bar = st.progress(0.0, "Reading …")
    try:
        loaded = _made(texts, profile, bar)
    except ClaimlineError as error:
        bar.empty()
        components.notice()(key="own_problems", data={"lines": str(error).splitlines()})
        return
    st.session_state[OWN] = loaded
    st.session_state[TEXTS] = texts
    st.query_params.clear()  # the place and the day of another map say nothing about this one
    st.rerun()


def _made(texts: tuple[Given, ...], profile: Profile, bar: st.delta_generator.DeltaGenerator) -> Loaded:
    def progress(done: int, total: int) -> None:
        if done == total or done * 100 // total != (done - 1) * 100 // total:
            bar.progress(done / total, f"{done} of {total} reports read")

    if not texts:
        message = "Choose at least one file, or paste a text."
        raise ClaimlineError(message)
    gazetteer = open_gazetteer()
    read = harvest(read_given(texts), profile, gazetteer, progress)
    bar.progress(1.0, "Drawing the map …")
    return prepared(folded(read, profile, gazetteer), gazetteer, own=True)
