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

    def opened(self, sentence: Sentence) -> Quotation | None:
        """The quotation that a sentence begins and leaves open, if any."""
        begins = begun(self.quotations, sentence)
        return begins if begins and begins.end > sentence.end else None

    def follows_on(self, sentence: Sentence, before: Sentence) -> bool:
        """Whether a sentence opens with a quotation right behind one that holds another, in one paragraph."""
        first = begun(self.quotations, sentence)
        near = sentence.start - before.end <= 1
        return (
            near
            and first is not None
            and first.start <= sentence.start + 1
            and begun(self.quotations, before) is not None
        )

    def remember(self, sentence: Sentence, speaker: Claimant | None) -> None:
        """Remember who speaks in the quotation that a sentence leaves open."""
        begins = begun(self.quotations, sentence)
        if begins:
            self._speakers[begins.start] = speaker
