"""Arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Paths = Annotated[list[Path], typer.Argument(help="Report files, or folders of them.", show_default=False)]
PathsOrNone = Annotated[
    list[Path] | None,
    typer.Argument(help="Report files, or folders of them; none where a workspace is named.", show_default=False),
]
ProfileFile = Annotated[
    str | None,
    typer.Option(
        "--profile",
        help="Sides and countries of the war: auto (each report takes what fits it of the library), none, "
        "a profile of the library, or a TOML file.  [default: auto]",
        show_default=False,
    ),
]
Out = Annotated[Path | None, typer.Option("--out", help="File to write; without it, the terminal.", show_default=False)]
