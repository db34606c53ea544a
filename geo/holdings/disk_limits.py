"""How much of an archive is handed over at once, and what is said where that is too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.holdings.export_command import export_command

if TYPE_CHECKING:
    from pathlib import Path

    from geo.view.view import View

MOST_ROWS = 1_000
MOST_HELD = 10_000
MOST_IN_A_FILE = 100_000
UNCORROBORATED = (
    "“Corroborated” is not offered for an archive: who repeats whom is worked out for a place and day that you open, "
    "not for all reports at once."
)


def too_large(claims: int, archive: Path, view: View) -> str:
    """Why files of so many claims are not handed to a browser, and what to do instead; empty where they are."""
    if claims <= MOST_IN_A_FILE:
        return ""
    return (
        f"{claims:,} claims are more than a browser should be handed ({MOST_IN_A_FILE:,}). Narrow the "
        f"filters, or write the file with `{export_command(archive, view)}`."
    )


def too_large_for_page(claims: int) -> str:
    """The same for the map as one file, which holds them in memory."""
    if claims <= MOST_HELD:
        return ""
    return f"The map as one file holds {MOST_HELD:,} claims at most, and {claims:,} are shown. Narrow the filters."
