"""How well `changes_control` tells sentences that change control of territory from others.

`python -m benchmarks.control_sentences FILE` reads JSON lines with `text` and `control` (true or false) and prints
precision, recall and F1; with `--show` also what it gets wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from geo.claims.control_change import changes_control


def main() -> None:
    """Print the scores of a labelled file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="JSON lines with text and control")
    parser.add_argument("--show", action="store_true", help="print what is wrong")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.file.read_text(encoding="utf-8").splitlines() if line.strip()]
    judged = [(bool(row["control"]), changes_control(row["text"]), row["text"]) for row in rows]
    right = sum(gold and said for gold, said, _ in judged)
    precision = right / max(1, sum(said for _, said, _ in judged))
    recall = right / max(1, sum(gold for gold, _, _ in judged))
    f1 = 2 * right / max(1, sum(gold + said for gold, said, _ in judged))
    if options.show:
        for gold, said, text in judged:
            if gold != said:
                sys.stdout.write(f"{'MISSED' if gold else 'EXTRA '} {text}\n")
    sys.stdout.write(f"{len(rows)} sentences, {sum(gold for gold, _, _ in judged)} change control\n")
    sys.stdout.write(f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}\n")


if __name__ == "__main__":
    main()
