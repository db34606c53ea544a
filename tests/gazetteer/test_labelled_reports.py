import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from geopy.distance import great_circle

from gazetteer import Ambiguous, Gazetteer, Place, Resolved, find_mentions, resolve_mentions

SHARED = Path(__file__).parents[3] / "shared" / "gold" / "dev"
# How far a point may lie from the labelled one: a town's, a district's or province's, a country's.
TOLERANCE_KM = {"exact": 25, "approx": 120, "country": 600}


@dataclass(frozen=True, slots=True)
class Tally:
    labelled: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.labelled + other.labelled, self.found + other.found, self.right + other.right)

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.labelled + self.found)


def body(path: Path) -> str:
    return path.read_text(encoding="utf-8").split("\n", 1)[1]


def tally(gazetteer: Gazetteer, gold: Path, countries: tuple[str, ...]) -> Tally:
    labels = json.loads(gold.read_text(encoding="utf-8"))["places"]
    text = body(gold.with_name(gold.name.replace(".gold.json", ".txt")))
    answers = resolve_mentions(
        text, find_mentions(text, gazetteer, countries=countries), gazetteer, countries=countries
    )
    right = 0
    for answer in answers:
        place = answer.place if isinstance(answer, Resolved) else None
        if isinstance(answer, Ambiguous):
            place = answer.candidates[0].place
        span = (answer.mention.start, answer.mention.end)
        label = next((one for one in labels if one["start"] < span[1] and span[0] < one["end"]), None)
        right += bool(label and place and near(label, place))
    return Tally(len(labels), len(answers), right)


def near(label: dict[str, float], place: Place) -> bool:
    kilometres = great_circle((label["lat"], label["lon"]), (place.lat, place.lon)).km
    return bool(kilometres <= TOLERANCE_KM[str(label["precision"])])


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled reports are in the development workspace only")
@pytest.mark.parametrize("countries", [(), ("AF", "UA")], ids=["no profile", "with a profile"])
def test_places_of_labelled_reports_are_found_and_right(gazetteer: Gazetteer, countries: tuple[str, ...]) -> None:
    total = sum((tally(gazetteer, gold, countries) for gold in sorted(SHARED.glob("*.gold.json"))), Tally())
    assert total.labelled > 50
    assert total.f1 >= 0.90, total
