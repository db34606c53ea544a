"""The line at the top: the product's name and what this map is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from geo.app import components

if TYPE_CHECKING:
    from geo.pipeline import Dataset


def masthead(dataset: Dataset) -> None:
    """Draw the line at the top.

    Args:
        dataset: What the map is made of.
    """
    facts = (dataset.profile.title, counted(len(dataset.reports), "report"), counted(len(dataset.claims), "claim"))
    components.masthead()(key="masthead", data={"facts": " · ".join(filter(None, facts))})


def counted(number: int, word: str) -> str:
    """A number with its word: "1 report", "5 reports"."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
