"""Claims drawn at random by hypothesis, written as in `written_claims.claim`."""

from __future__ import annotations

from hypothesis import strategies as st
from written_claims import claim

PLACE_NAMES = st.sampled_from(["Country", "Province", "West", "East", "Seat", "Village", "Capital"])
LINES = st.builds(
    "{} {} {} {}{}{}".format,
    PLACE_NAMES,
    st.sampled_from(["red", "blue", "green", "-"]),
    st.sampled_from(["takes", "holds", "loses", "besieges", "advances", "fights", "repels"]),
    st.builds("{}{}".format, st.sampled_from(["", "../", "3/"]), st.integers(5, 42)),
    st.sampled_from(["", " from red", " from blue"]),
    st.sampled_from(
        ["", " says red", " says blue", " by media", " by party", " denied", " denied says red", " planned", " again",
         " undated", " undated again"]
    ),
)  # fmt: skip
LATE = st.builds("{}{}".format, LINES, st.sampled_from(["", "", " published 38", " published 44", " published 30"]))
CLAIMS = st.lists(LINES.map(claim), max_size=14)
# Claims of three reports; some are published long after what they tell.
REPORTED = st.lists(
    st.builds(lambda line, report: claim(line, report=report), LATE, st.sampled_from(["r1", "r2", "r3"])), max_size=14
)
