"""Other views of an archive: which there are, and their control periods, in files that go when nobody reads them."""

from __future__ import annotations

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import TYPE_CHECKING
from weakref import finalize

from geo.archive.refold import refolded
from geo.control.basis import CLAIMS, CLAIMS_NAME, CORROBORATED_NAME, says
from geo.errors import ClaimlineError
from geo.holdings.disk_limits import UNCORROBORATED
from geo.view.view import bases

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from geo.archive.archive import Archive
    from geo.archive.row_groups import RowGroups
    from geo.archive.sieve import Sifted
    from geo.control.basis import Basis
    from geo.profile import Profile
    from geo.view.view import View


def bases_of(profile: Profile, speakers: Collection[str]) -> dict[str, str]:
    """The bases that an archive offers.

    Args:
        profile: Names the sides.
        speakers: Ids of the sides whose word some claims are.

    Returns:
        Their labels by name.
    """
    silent = {side.id for side in profile.sides} - set(speakers)
    left_out = silent | {CORROBORATED_NAME}
    return {name: label for name, label in bases(profile).items() if name not in left_out}


def basis_of(view: View) -> Basis:
    """Whose word counts in a view.

    Raises:
        ClaimlineError: It is the corroborated word, which is not known of all of an archive.
    """
    if view.basis == CORROBORATED_NAME:
        raise ClaimlineError(UNCORROBORATED)
    return CLAIMS if view.basis == CLAIMS_NAME else says(view.basis)


def control_of(
    archive: Archive, sifted: Sifted, view: View, progress: Callable[[int, int], None] | None = None
) -> RowGroups:
    """Fold the claims that a view shows, some hundred thousand at a time.

    Args:
        archive: The archive.
        sifted: Its claims that the view's filters let through.
        view: Basis and clock.
        progress: Called with (places done, places in all).

    Returns:
        The control periods, in a folder that goes when nothing reads from it any more.

    Raises:
        ClaimlineError: The view has a basis that is not offered, or a file cannot be read.
    """
    basis = basis_of(view)
    folder = Path(mkdtemp(prefix="claimline-view-"))
    try:
        control = refolded(
            sifted, archive.about, folder, spoken=archive.spoken, basis=basis, clock=view.clock,
            progress=progress or _nobody,
        )  # fmt: skip
    except BaseException:
        rmtree(folder, ignore_errors=True)
        raise
    finalize(control, rmtree, folder, ignore_errors=True)
    return control


def _nobody(done: int, total: int) -> None:
    """Tell nobody of the progress."""
