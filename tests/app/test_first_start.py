"""What the page says while the index of place names is built."""

from __future__ import annotations

import pytest

from geo.app.first_start import progress_words


@pytest.mark.parametrize(
    ("done", "total", "seconds", "words"),
    [
        (0, 0, 0.0, "Reading …"),
        (0, 200, 1.0, "Reading …"),
        (50_000, 200_000, 10.0, "Reading: 50,000 of about 200,000 places, about 30 seconds left."),
        (210_000, 200_000, 40.0, "Reading: 210,000 of about 200,000 places, about 0 seconds left."),
    ],
)
def test_how_far_it_is_and_how_long_the_rest_takes(done: int, total: int, seconds: float, words: str) -> None:
    assert progress_words("Reading", done, total, seconds) == words
