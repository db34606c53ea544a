"""A spaCy model that calls given words by given labels: a real pipeline, saved as those that people install."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy

if TYPE_CHECKING:
    from pathlib import Path


def saved_model(folder: Path, named: dict[str, str]) -> Path:
    """Save a model that knows words → labels of OntoNotes ("GPE"); the folder that it lies in."""
    pipeline = spacy.blank("en")
    ruler = pipeline.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": words} for words, label in named.items()])  # type: ignore[attr-defined]
    folder.parent.mkdir(parents=True, exist_ok=True)
    pipeline.to_disk(folder)
    return folder
