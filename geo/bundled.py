"""The files that come with Claimline besides its packages: the page with its settings, the seeds, the profiles."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from geo.errors import ClaimlineError

# In a wheel they lie within the package (see `force-include` in pyproject.toml), in a checkout beside it.
_IN_WHEEL = "bundle"


@cache
def bundled_folder() -> Path:
    """The folder that holds `streamlit_app.py`, `.streamlit/` and `seeds/`.

    Raises:
        ClaimlineError: They are missing, so that the installation is broken.
    """
    package = Path(str(files("geo")))
    for folder in (package / _IN_WHEEL, package.parent):
        if (folder / "seeds" / "profiles").is_dir():
            return folder
    message = f"{package}: the seeds and profiles that belong to Claimline are missing. Install it again."
    raise ClaimlineError(message)


def profile_files() -> tuple[Path, ...]:
    """The profiles of the library, by name: the demo's, and one for each war."""
    seeds = bundled_folder() / "seeds"
    return tuple(sorted((*seeds.glob("*.toml"), *(seeds / "profiles").glob("*.toml")), key=lambda path: path.stem))
