"""A spaCy model that calls given words by given labels: a real pipeline, saved as those that people install."""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy
from spacy.training import Example

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


def trained_model(folder: Path, text: str, entities: list[tuple[int, int, str]]) -> Path:
    """Save a model that learnt one text by heart, with a component that names do not need; the folder of it."""
    spacy.util.fix_random_seed(1)
    pipeline = spacy.blank("en")
    pipeline.add_pipe("senter")
    pipeline.add_pipe("ner")
    example = Example.from_dict(pipeline.make_doc(text), {"entities": entities})
    example.reference[0].is_sent_start = True
    optimizer = pipeline.initialize(lambda: [example])
    for _ in range(30):
        pipeline.update([example], sgd=optimizer)
    pipeline.to_disk(folder)
    return folder
