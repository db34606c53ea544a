"""What a run of the suite gave, as it is kept in `docs/benchmarks.json`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from benchmarks.suite.machine import Machine

DECIMALS = 4  # of a figure; more would only change from run to run


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a part.

    Attributes:
        name: The part's.
        seconds: How long it took, its start included.
        result: Its figures, as JSON; None where it failed.
        failed: Why it failed, in a sentence; empty where it did not.
    """

    name: str
    seconds: float
    result: dict[str, Any] | None
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the suite on one machine.

    Attributes:
        day: ISO day on which it began.
        quick: It was a small try.
        machine: Where.
        outcomes: In the order of the parts.
    """

    day: str
    quick: bool
    machine: Machine
    outcomes: tuple[Outcome, ...]


def as_json(run: Run) -> str:
    """The run as JSON, with few decimals."""
    return json.dumps(_rounded(asdict(run)), indent=1, ensure_ascii=False) + "\n"


def read_run(path: Path) -> dict[str, Any]:
    """A run as it was kept."""
    run: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return run


def _rounded(value: Any) -> Any:  # noqa: ANN401 - any JSON
    if isinstance(value, dict):
        return {str(key): _rounded(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_rounded(one) for one in value]
    return _short(value) if isinstance(value, float) else value


def _short(value: float) -> float:
    return round(value, 1) if abs(value) >= 10 ** (DECIMALS - 1) else float(f"{value:.{DECIMALS}g}")
