"""The plots of a run, made of the same figures as its tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import altair as alt
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

WIDTH, BAR = 460, 22
OURS, THEIRS = "#0072B2", "#9A9A9A"
Rows = list[dict[str, Any]]


def plots(run: Mapping[str, Any]) -> dict[str, alt.Chart]:
    """The plots of all parts that did not fail.

    Args:
        run: As `benchmarks.json` holds it.

    Returns:
        Name of the file, without its ending → plot.
    """
    results = {outcome["name"]: outcome["result"] for outcome in run["outcomes"] if outcome["result"]}
    return {f"benchmarks-{name}": draw(results[part]) for name, (part, draw) in PLOTS.items() if part in results}


def _places(result: Mapping[str, Any]) -> alt.Chart:
    rows = [
        {"set": row["texts"], "way": row["way"], "right": row["score"]["end_to_end"], "speed": row["one"]}
        for row in result["rows"]
    ]
    chart: alt.Chart = (
        _chart(rows, "Right place against speed, one process")
        .mark_point(filled=True, size=90)
        .encode(
            x=alt.X("speed:Q", title="texts a second", scale=alt.Scale(type="log")),
            y=alt.Y("right:Q", title="right end to end (within 161 km)", scale=alt.Scale(domain=[0, 1])),
            color=alt.Color("way:N", title=None, sort=_order(rows, "way")),
            shape=alt.Shape("set:N", title=None),
        )
        .properties(height=220)
    )
    return chart


def _fold(result: Mapping[str, Any]) -> alt.Chart:
    rows = [
        {"claims": one["claims"], "seconds": one["cpu_seconds"], "way": way}
        for way, sizes in (("by columns", result["sizes"]), ("day by day", result["plain"]))
        for one in sizes
    ]
    return _growth(rows, "claims", "way", "Fold: processor time by claims")


def _reading(result: Mapping[str, Any]) -> alt.Chart:
    rows = [
        {"code points": one["code_points"], "seconds": one["cpu_seconds"], "way": "one report"}
        for one in result["lengths"]
    ]
    return _growth(rows, "code points", "way", "Reading: processor time by length of a report")


def _page(result: Mapping[str, Any]) -> alt.Chart:
    rows = [
        {
            "way": row["name"],
            "ms": row["steps"]["frame"]["median"] if row["steps"] else row["redraw"]["median"],
            "colour": OURS if row["name"].startswith("Claimline") else THEIRS,
        }
        for row in result["rows"]
    ]
    return _bars(rows, "ms", "One step of a day: milliseconds until it is drawn, median")


def _starts(result: Mapping[str, Any]) -> alt.Chart:
    rows = [
        {"way": one["name"], "ms": 1000 * one["seconds"], "colour": OURS}
        for one in (*result["imports"], *result["help"])
    ]
    return _bars(rows, "ms", "Starts, median milliseconds")


def _files(result: Mapping[str, Any]) -> alt.Chart:
    rows = [{"way": large["label"], "s": large["cpu_seconds"], "colour": OURS} for _, large in result["files"]]
    return _bars(rows, "s", f"Processor seconds for {result['files'][0][1]['claims']:,} claims")


def _archive(result: Mapping[str, Any]) -> alt.Chart:
    rows = [{"read": at["share"], "MiB": at["mib"]} for at in result["whole"]["memory"]]
    chart: alt.Chart = (
        _chart(rows, f"Memory of all processes while {result['whole']['reports']:,} reports are read")
        .mark_line(point=True, color=OURS)
        .encode(x=alt.X("read:Q", title="share read", axis=alt.Axis(format="%")), y=alt.Y("MiB:Q"))
        .properties(height=160)
    )
    return chart


def _growth(rows: Rows, size: str, way: str, title: str) -> alt.Chart:
    log = alt.Scale(type="log")
    chart: alt.Chart = (
        _chart(rows, title)
        .mark_line(point=True)
        .encode(
            x=alt.X(f"{size}:Q", scale=log),
            y=alt.Y("seconds:Q", title="seconds", scale=log),
            color=alt.Color(f"{way}:N", title=None, sort=_order(rows, way)),
        )
        .properties(height=220)
    )
    return chart


def _bars(rows: Rows, value: str, title: str) -> alt.Chart:
    chart: alt.Chart = (
        _chart(rows, title)
        .mark_bar()
        .encode(
            x=alt.X(f"{value}:Q"),
            y=alt.Y("way:N", title=None, sort=None, axis=alt.Axis(labelLimit=260)),
            color=alt.Color("colour:N", scale=None),
        )
        .properties(height=alt.Step(BAR))
    )
    return chart


def _chart(rows: Rows, title: str) -> alt.Chart:
    return alt.Chart(pd.DataFrame(rows), title=title, width=WIDTH, background="white")


def _order(rows: Iterable[Mapping[str, Any]], column: str) -> Sequence[str]:
    return list(dict.fromkeys(str(row[column]) for row in rows))


PLOTS = {
    "starts": ("starts", _starts),
    "places": ("places", _places),
    "reading": ("reading", _reading),
    "fold": ("fold", _fold),
    "page": ("page", _page),
    "files": ("files", _files),
    "archive": ("archive", _archive),
}
