"""How figures and plots of a document are made."""

from __future__ import annotations

import pytest

from benchmarks.document.figures import about, count, kilobytes, milliseconds, percent, plain, share, times
from benchmarks.document.plots import plots
from benchmarks.document.render import DOCS, FIGURES
from benchmarks.suite.results import read_run

RUN = read_run(DOCS / FIGURES)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (0, "0"),
        (0.012345, "0.0123"),
        (1, "1.00"),
        (12.345, "12.3"),
        (999.6, "1,000"),
        (1234567, "1,234,567"),
    ],
)
def test_a_figure_has_three_significant_digits_and_all_before_the_point(value: float | None, written: str) -> None:
    assert plain(value) == written


def test_what_is_reckoned_has_noughts_after_three_digits() -> None:
    assert about(1234567) == "1,230,000"


def test_each_kind_of_figure_is_written_in_its_way() -> None:
    assert (share(0.6264), percent(0.934), count(1234.5)) == ("0.626", "93%", "1,234")
    assert (milliseconds(0.0512), milliseconds(None), kilobytes(10_288_765)) == ("51.2", "", "10,289")
    assert times(3.456) == "3.46 times"


@pytest.mark.parametrize("name", sorted(plots(RUN)))
def test_a_plot_holds_the_figures_of_its_part_and_loads_nothing(name: str) -> None:
    drawn = plots(RUN)[name].to_dict()
    assert [row for rows in drawn["datasets"].values() for row in rows] != []
    assert "url" not in drawn["data"]
