"""Who speaks in a quotation that goes on over several sentences."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geo.claims.sentences.quotations import begun, continued

if TYPE_CHECKING:
    from geo.claims.claim import Claimant
    from geo.claims.sentences.cut import Sentence
    from geo.claims.sentences.quotations import Quotation


@dataclass(slots=True)
class QuotedSpeech:
    """The quotations of a report, and who was found to speak in those read so far."""

    quotations: tuple[Quotation, ...]
    _speakers: dict[int, Claimant | None] = field(default_factory=dict)

    def speaker_in(self, sentence: Sentence) -> Claimant | None:
        """Who speaks in the quotation that goes on from an earlier sentence into this one, if any."""
        goes_on = continued(self.quotations, sentence)
        return self._speakers.get(goes_on.start) if goes_on else None

    def remember(self, sentence: Sentence, speaker: Claimant | None) -> None:
        """Remember who speaks in the quotation that a sentence leaves open."""
        begins = begun(self.quotations, sentence)
        if begins:
            self._speakers[begins.start] = speaker
