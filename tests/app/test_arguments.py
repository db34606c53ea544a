"""What the app is started with."""

from __future__ import annotations

from pathlib import Path

import pytest

from geo.app.arguments import Arguments, read_arguments

SEEDS = Path("seeds")


@pytest.mark.parametrize(
    ("words", "arguments"),
    [
        ([], Arguments((SEEDS / "reports",), str(SEEDS / "panjshir-2021.toml"), demo=True)),
        (["a.txt", "b"], Arguments((Path("a.txt"), Path("b")), "auto")),
        (["a.txt", "--profile", "war.toml"], Arguments((Path("a.txt"),), "war.toml")),
        (["--workspace"], Arguments((), "auto", workspace="")),
        (["--workspace", "w.sqlite"], Arguments((), "auto", workspace="w.sqlite")),
        (["--profile", "war.toml"], Arguments((SEEDS / "reports",), "war.toml", demo=True)),
    ],
)
def test_without_reports_the_seeds_are_shown(words: list[str], arguments: Arguments) -> None:
    assert read_arguments(words, SEEDS) == arguments
