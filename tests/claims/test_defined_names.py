"""Names that a report shortens for itself."""

from __future__ import annotations

import pytest
from written_reports import brief

CASES = [
    (
        "The Permanent Strategic Framework (CSP) met. CSP fighters took [Anefis].",
        ["Anefis takes permanent-strategic-framework"],
    ),
    (
        "The Sudan Liberation Army (SLA) took [Tawila]. The SLA left [Tawila].",
        ["Tawila loses sudan-liberation-army", "Tawila takes sudan-liberation-army"],
    ),
    ("The Rapid Support Forces (RSF) took [Nyala]. RSF units left [Nyala].", ["Nyala loses rsf", "Nyala takes rsf"]),
]


@pytest.mark.parametrize(("text", "claims"), CASES)
def test_a_short_name_means_whom_the_report_defines_it_as(text: str, claims: list[str]) -> None:
    assert brief(text) == claims
