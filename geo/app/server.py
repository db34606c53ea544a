"""Runs the page as `streamlit run` does, and meanwhile begins to make the map: `python -m geo.app.server SCRIPT …`.

What follows the script's name is as for `streamlit run`: options of the server, then `--` and what the page is of.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from streamlit import runtime
from streamlit.web import cli

from geo.app.ahead import AHEAD
from geo.app.arguments import read_arguments, seeds_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.app.arguments import Arguments

LOOK_S = 0.005


def main(words: Sequence[str]) -> None:
    """Run the page until it is ended.

    Args:
        words: The script, options of the server, `--`, and what the page is started with.
    """
    script, own = words[0], words[words.index("--") + 1 :] if "--" in words else ()
    arguments = read_arguments(own, seeds_beside(Path(script)))
    Thread(target=_begin, args=(arguments,), daemon=True).start()
    cli.main(["run", *words], prog_name="streamlit")


def _begin(arguments: Arguments) -> None:
    """Begin once the server is there: before that it would only be held up."""
    while not runtime.exists():
        time.sleep(LOOK_S)
    AHEAD.begin(arguments)


if __name__ == "__main__":
    main(sys.argv[1:])
