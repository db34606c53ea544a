"""Measures one part in this process: `python -m benchmarks.suite.child NAME FILE [--labelled FOLDER] [--quick]`.

The suite starts this; its figures go to FILE as JSON.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

from benchmarks.suite.parts import PARTS, part_named
from benchmarks.suite.settings import Settings


def main() -> None:
    """Measure, and write the figures whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("name", choices=[part.name for part in PARTS])
    parser.add_argument("file", type=Path)
    parser.add_argument("--labelled", type=Path)
    parser.add_argument("--quick", action="store_true")
    asked = parser.parse_args()
    found = part_named(asked.name).measured(Settings(asked.labelled, asked.quick))
    asked.file.write_text(json.dumps(asdict(found)), encoding="utf-8")


if __name__ == "__main__":
    main()
