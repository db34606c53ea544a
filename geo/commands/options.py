"""Arguments and options that several commands have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

WHAT = "Files of reports (text, HTML, PDF, Word, tables, feeds, mails, zip), folders of them, or addresses on the web"
Paths = Annotated[list[str], typer.Argument(help=f"{WHAT}.", show_default=False)]
PathsOrNone = Annotated[
    list[str] | None, typer.Argument(help=f"{WHAT}; none where a workspace is named.", show_default=False)
]
PagePaths = Annotated[
    list[str] | None,
    typer.Argument(
        help="Files of reports (text, HTML, PDF, Word, tables, feeds, mails, zip), or folders; without any, the seeds.",
        show_default=False,
    ),
]
Columns = Annotated[
    list[str],
    typer.Option(
        "--column",
        metavar="FIELD=HEADING",
        help="The column of a table that holds text, date, publisher, title, url or language, where it is not guessed.",
        show_default=False,
    ),
]
AllowNetwork = Annotated[
    bool, typer.Option("--allow-network", help="Fetch the addresses that are given; nothing else is fetched.")
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
NOTHING: list[str] = []
Out = Annotated[Path | None, typer.Option("--out", help="File to write; without it, the terminal.", show_default=False)]
