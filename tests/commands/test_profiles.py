"""`claimline profiles` lists the library."""

from __future__ import annotations

from typer.testing import CliRunner

from geo.cli import app
from geo.profile import library


def test_every_profile_is_listed_with_its_days_and_sides() -> None:
    lines = CliRunner().invoke(app, ["profiles"], catch_exceptions=False).stdout.splitlines()
    assert lines[::3] == [profile.id for profile in library()]
    at = lines.index("sudan-2023")
    assert lines[at + 1] == "  Sudan since 2023 · SD · 2023-04-15 to today"
    assert lines[at + 2] == "  Sudanese Armed Forces and allies; Rapid Support Forces; SLM (Abdel Wahid)"
