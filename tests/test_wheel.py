"""What a wheel installs is whole: commands, library of profiles and seeds work in an empty folder."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from built_wheel import unpacked_wheel

if TYPE_CHECKING:
    from pathlib import Path

    from gazetteer import Gazetteer


@pytest.fixture(scope="module")
def site(pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked_wheel(pytestconfig.rootpath, tmp_path_factory.mktemp("wheel"))


def claimline(site: Path, folder: Path, gazetteer: Gazetteer, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PYTHONPATH": str(site), "CLAIMLINE_CACHE": str(gazetteer.path.parent)}
    command = [sys.executable, "-P", "-m", "geo.cli", *arguments]
    return subprocess.run(  # noqa: S603 - our own command
        command, cwd=folder, env=os.environ | environment, check=True, capture_output=True, text=True
    )


def test_a_report_takes_its_profile_from_the_installed_library(
    site: Path, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    (tmp_path / "report.txt").write_text("date 2023-12-19\nThe RSF captured Wad Madani in Sudan on Monday.", "utf-8")
    done = claimline(site, tmp_path, gazetteer, "extract", "report.txt")
    assert [json.loads(line)["actor"]["id"] for line in done.stdout.splitlines()] == ["rsf"]
    assert done.stderr == "Profile sudan-2023 for 1 report.\n"


def test_every_file_that_the_page_and_the_demo_need_is_in_the_wheel(site: Path, pytestconfig: pytest.Config) -> None:
    bundle, checkout = site / "geo" / "bundle", pytestconfig.rootpath
    for part in ("seeds", ".streamlit"):
        files = [path.relative_to(checkout) for path in (checkout / part).rglob("*") if path.is_file()]
        assert [file for file in files if not (bundle / file).is_file()] == []
    assert (bundle / "streamlit_app.py").read_bytes() == (checkout / "streamlit_app.py").read_bytes()


def test_every_data_file_of_the_packages_is_in_the_wheel(site: Path, pytestconfig: pytest.Config) -> None:
    checkout = pytestconfig.rootpath
    files = [path for package in ("gazetteer", "geo") for path in (checkout / package).rglob("*") if path.is_file()]
    named = [path.relative_to(checkout) for path in files if path.parent.name != "__pycache__"]
    assert [str(name) for name in named if not (site / name).is_file()] == []
