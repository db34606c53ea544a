"""The model of a profile: what is found on this machine, and what is said where there is none."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError
from typing import TYPE_CHECKING

import pytest
from spacy_model import saved_model

from geo.errors import ProfileError
from geo.profile import load_profile

if TYPE_CHECKING:
    from pathlib import Path


def profile(folder: Path, model: str) -> Path:
    path = folder / "war.toml"
    path.write_text(f"names_model = {json.dumps(model)}\n", encoding="utf-8")
    return path


def test_a_folder_is_looked_for_beside_the_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("/")
    folder = saved_model(tmp_path / "models" / "names", {"Zurmelik": "GPE"})
    assert load_profile(profile(tmp_path, "models/names")).names_model == str(folder)
    assert load_profile(profile(tmp_path, str(folder))).names_model == str(folder)


def test_a_package_is_found_without_running_its_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = saved_model(tmp_path / "invented_names_model", {})
    (package / "__init__.py").write_text("raise SystemExit", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    assert load_profile(profile(tmp_path, "invented_names_model")).names_model == "invented_names_model"


def test_a_folder_that_shares_its_name_with_other_code_is_found(tmp_path: Path) -> None:
    saved_model(tmp_path / "json", {})
    assert load_profile(profile(tmp_path, "json")).names_model == str(tmp_path / "json")


def test_another_model_in_the_same_folder_is_another_profile(tmp_path: Path) -> None:
    one, other = (saved_model(tmp_path / town / "names", {town: "GPE"}) for town in ("Zurmelik", "Olvar"))
    read = [load_profile(profile(folder.parent, "names")).names_model_version for folder in (one, other, one)]
    assert read[0] == read[2] != read[1]


@pytest.mark.parametrize("name", ["no_such_model", "json", "os.path", "models/none", "a\0b", "", "."])
def test_a_model_that_is_none_is_named_with_what_to_do(name: str, tmp_path: Path) -> None:
    path = profile(tmp_path, name)
    if not name:
        assert load_profile(path).names_model == ""
        return
    with pytest.raises(ProfileError) as refusal:
        load_profile(path)
    assert str(refusal.value).startswith(
        f"{path}: names_model is {name!r}, and there is neither a package nor a folder"
    )
    assert "`python -m spacy download" in str(refusal.value)


@pytest.mark.parametrize("installed", ["", "3.7.5", "2.3.9"])
def test_a_missing_or_old_spacy_is_named_with_what_to_do(
    installed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def version(name: str) -> str:
        if not installed:
            raise PackageNotFoundError(name)
        return installed

    path = profile(tmp_path, str(saved_model(tmp_path / "names", {})))
    monkeypatch.setattr("geo.profile.names_model.version", version)
    with pytest.raises(ProfileError, match=r"spaCy 3.8 or newer is not installed. `pip install 'claimline\[model\]'`"):
        load_profile(path)
