"""What Claimline saw in a report, sentence by sentence: marks in the text, claims, and why a sentence gave none."""

from geo.explain.marks import Mark, MarkKind
from geo.explain.pieces import Piece, pieces
from geo.explain.report import Explanation, SentenceAccount, explain

__all__ = ["Explanation", "Mark", "MarkKind", "Piece", "SentenceAccount", "explain", "pieces"]
