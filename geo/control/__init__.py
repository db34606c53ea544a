"""Control periods: what the claims amount to, place by place and day by day."""

from geo.control.answer import ControlRow, control
from geo.control.fold import fold, fold_known
from geo.control.refold import refold

__all__ = ["ControlRow", "control", "fold", "fold_known", "refold"]
