"""The command line. What takes long to import is imported when a command needs it."""

from __future__ import annotations

import sys

import typer

from gazetteer.errors import GazetteerError
from geo.commands import gazetteer
from geo.commands.add import add
from geo.commands.backup import backup, restore
from geo.commands.control import control
from geo.commands.explain import explain
from geo.commands.export import export
from geo.commands.extract import extract
from geo.commands.map import map_file
from geo.commands.page import page
from geo.commands.places import places
from geo.commands.profiles import profiles
from geo.commands.reprocess import reprocess
from geo.commands.serve import serve
from geo.commands.terminal import say
from geo.commands.verify import verify
from geo.errors import ClaimlineError

app = typer.Typer(
    name="claimline",
    help="Dated reports about a war in, a map of who claims control of what out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command()(extract)
app.command()(explain)
app.command(name="map")(map_file)
app.command()(control)
app.command()(export)
app.command()(page)
app.command()(places)
app.command()(profiles)
app.command()(add)
app.command()(verify)
app.command()(reprocess)
app.command()(serve)
app.command()(backup)
app.command()(restore)
app.add_typer(gazetteer.app)


def main() -> None:
    """Run the command line; what goes wrong on purpose is told in a sentence, with exit status 1."""
    try:
        app()
    except (ClaimlineError, GazetteerError) as error:
        say(str(error))
        raise SystemExit(1) from None
    except BrokenPipeError:
        # The reader of a pipe (`| head`) has seen enough.
        sys.stderr.close()
        raise SystemExit(0) from None
    except (OSError, MemoryError) as error:
        # A full disk, a file taken away, no memory left: what was finished stays, and the same command goes on.
        reason = " ".join(str(error).split()) or "no memory is left"
        say(f"The machine stopped it: {reason}. What was done so far is kept.")
        raise SystemExit(1) from None


if __name__ == "__main__":
    main()
