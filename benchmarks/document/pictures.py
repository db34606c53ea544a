"""Draws plots as SVG, with no browser and no network; `vl-convert-python` belongs to the extra `benchmark`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import vl_convert

if TYPE_CHECKING:
    from altair import Chart


def picture(plot: Chart) -> str:
    """A plot as SVG, whose letters are letters; on white, as documents are also shown on dark pages."""
    svg: str = vl_convert.vegalite_to_svg(plot.to_dict())
    return svg
