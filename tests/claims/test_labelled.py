"""The labelled reports of the development workspace, scored as it scores them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.claims.extract import extract
from geo.export.jsonl import claims_jsonl
from geo.profile import load_profile
from geo.reports.read import read_reports

if TYPE_CHECKING:
    from gazetteer import Gazetteer

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold"


@pytest.mark.shared
@pytest.mark.skipif(not GOLD.is_dir(), reason="no labelled reports beside the repository")
@pytest.mark.parametrize(
    ("labels", "reports", "least"), [("seeds", ROOT / "seeds" / "reports", 0.95), ("dev", GOLD / "dev", 0.75)]
)
def test_labelled_reports_are_read_right(
    labels: str, reports: Path, least: float, tmp_path: Path, gazetteer: Gazetteer
) -> None:
    profile = load_profile(ROOT / "seeds" / "panjshir-2021.toml")
    texts = [path for path in sorted(reports.iterdir()) if path.suffix == ".txt"]
    claims = [claim for report in read_reports(texts).reports for claim in extract(report, profile, gazetteer).claims]
    predicted = tmp_path / "claims.jsonl"
    predicted.write_text("".join(f"{line}\n" for line in claims_jsonl(claims)), encoding="utf-8")
    command = [sys.executable, str(GOLD / "score_claims.py"), str(GOLD / labels), str(predicted), "--json"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - the scorer beside us
    score = json.loads(done.stdout)
    assert score["f1"] >= least
    assert score["forbidden_hit"] == 0
    assert score["date_ok"] >= 0.9
