"""What a spaCy model takes for names of places. Imported only where a profile names a model."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import spacy

from geo.errors import ProfileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language

# Countries, cities and states; mountains, rivers and regions; airports, bridges and bases (OntoNotes 5.0).
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# What entities of a trained model need none of; patterns that a person wrote may ask for any of it.
UNNEEDED = frozenset({"tagger", "morphologizer", "parser", "senter", "attribute_ruler", "lemmatizer", "textcat"})
PATTERNS = frozenset({"entity_ruler", "span_ruler"})
# spaCy counts on 1 GB of memory for 100,000 code points.
LONGEST_PIECE = 20_000
_BREAKS = ("\n\n", "\n", " ")
# A pipeline's memory zones must not nest, and the page reads in threads.
_one_at_a_time = Lock()


def model_place_spans(text: str, model: str) -> tuple[tuple[int, int], ...]:
    """The spans that a model calls a place.

    Args:
        text: Of any length; it is read in pieces, cut at paragraphs where there are some.
        model: Package of the model, or its folder.

    Returns:
        Half-open spans in code points, in order, with whatever article or kind word the model puts in.

    Raises:
        ProfileError: The model cannot be loaded.
    """
    with _one_at_a_time:
        pipeline = loaded(model)
        longest = min(LONGEST_PIECE, pipeline.max_length)
        return tuple(
            (start + first, start + last)
            for start, end in pieces(text, longest)
            for first, last in _spans(text[start:end], pipeline)
        )


def _spans(text: str, pipeline: Language) -> list[tuple[int, int]]:
    # Without a zone the pipeline keeps every new word of every report.
    with pipeline.memory_zone():
        return [(e.start_char, e.end_char) for e in pipeline(text).ents if e.label_ in PLACE_LABELS]


def pieces(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Cut a text behind the last paragraph that fits, else behind the last line or word that does, else anywhere.

    Args:
        text: What to cut.
        longest: Most code points of a piece, at least 2.

    Yields:
        Half-open spans that make up the whole text, in order.
    """
    start = 0
    while start < len(text):
        end = _end(text, start, longest)
        yield start, end
        start = end


def _end(text: str, start: int, longest: int) -> int:
    limit = start + longest
    if limit >= len(text):
        return len(text)
    ends = (text.rfind(mark, start, limit) + len(mark) for mark in _BREAKS if mark in text[start:limit])
    return next(ends, limit)


@lru_cache(maxsize=2)
def loaded(model: str) -> Language:
    """A model without what names do not need; kept for the next report.

    Args:
        model: Its package, or its folder.

    Returns:
        The pipeline, which must not be used by two threads at a time.

    Raises:
        ProfileError: It cannot be loaded.
    """
    try:
        pipeline = spacy.load(model)
    except Exception as error:  # a model brings code of its own, which may raise anything
        words = " ".join(str(error).split())
        message = (
            f"names_model {model!r} cannot be loaded ({type(error).__name__}: {words}). Install the version of it that "
            f"fits spaCy {spacy.__version__}, or leave names_model out of the profile."
        )
        raise ProfileError(message) from error
    factories = pipeline.pipe_factories
    if PATTERNS.isdisjoint(factories.values()):
        for name in [name for name, factory in factories.items() if factory in UNNEEDED]:
            pipeline.remove_pipe(name)
    return pipeline
