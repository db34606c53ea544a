"""Whether it is so: asserted, denied, planned, or not said at all."""

from __future__ import annotations

import pytest
from written_reports import brief

CASES = {
    "denied": [
        ("[Goma] has not fallen.", "Goma takes - denied"),
        ("M23 did not capture [Goma].", "Goma takes m23 denied"),
        ("M23 never held [Bukavu].", "Bukavu holds m23 denied"),
        ("M23 failed to take [Bukavu].", "Bukavu takes m23 denied"),
        ("The army is no longer in control of [Goma].", "Goma loses government"),
        ("The army denied that [Goma] had fallen to M23.", "Goma takes m23 denied"),
        ("The Houthis rejected reports that they had withdrawn from [Hodeidah].", "Hodeidah loses houthis denied"),
        ("The army denied losing [Goma].", "Goma loses government denied"),
        ("[Goma] was never captured by M23.", "Goma takes m23 denied"),
        ("The RSF has yet to take [El Fasher].", "El Fasher takes rsf denied"),
        ("Neither [Lashio] nor [Muse] has been captured.", "Lashio takes - denied; Muse takes - denied"),
    ],
    "not losing is holding": [
        ("The army has not lost [Goma].", "Goma holds government"),
        ("The TPLF never withdrew from [Mekelle].", "Mekelle holds tplf"),
        ("The rebels have not abandoned [Daraya].", "Daraya holds rebels"),
    ],
    "planned": [
        ("The army vowed to retake [Goma].", "Goma takes government planned"),
        ("The RSF will capture [El Obeid].", "El Obeid takes rsf planned"),
        ("M23 plans to march on [Bukavu].", "Bukavu advances m23 planned"),
        ("The general ordered his troops to withdraw from [Sake].", "Sake loses - planned"),
        ("If the rebels take [Hama], the road is open.", "Hama takes rebels planned"),
        ("Ukraine's army would retake [Melitopol] in spring.", "Melitopol takes ua planned"),
        ("The fall of [Goma] would be a disaster.", "Goma takes - planned"),
        ("The council met to condemn plans for the capture of [Sake].", "Sake takes - planned"),
        ("The army is preparing to attack [Laukkai].", "Laukkai advances government planned"),
        ("The TPLF threatened to capture [Gondar].", "Gondar takes tplf planned"),
        ("The SDF may withdraw from [Manbij].", "Manbij loses sdf planned"),
        ("Islamic State must leave [Raqqa].", "Raqqa loses islamic-state planned"),
        ("The rebels tried to take [Hama].", "Hama takes rebels planned"),
        ("Jihadists were ordered to surrender [Timbuktu].", "Timbuktu loses jihadists planned"),
        ("All will flee once [Goma] is taken by M23.", "Goma takes m23 planned"),
        ("The war ends as soon as [Goma] is taken by M23.", "Goma takes m23 planned"),
        ("By the time [Goma] is taken by M23, all will have fled.", "Goma takes m23 planned"),
    ],
    "told of its time": [
        ("All fled when [Goma] was taken by M23.", "Goma takes m23"),
        ("By the time [Goma] was taken by M23, all had fled.", "Goma takes m23"),
    ],
    "outside of control": [
        ("[Goma] is outside M23's control.", "Goma holds m23 denied"),
        ("[Goma] remains outside of M23 control.", "Goma holds m23 denied"),
    ],
    "achieved": [
        ("The army managed to retake [Goma].", "Goma takes government"),
        ("M23 went on to capture [Sake].", "Sake takes m23"),
        ("The RSF has begun to withdraw from [Singa].", "Singa loses rsf"),
        ("Iraqi forces succeeded in retaking [Baiji].", "Baiji takes iq"),
        ("The SDF continues to hold [Hajin].", "Hajin holds sdf"),
        ("Rebels helped to capture [Taftanaz].", "Taftanaz takes rebels"),
    ],
    "not said": [
        ("Has [Goma] fallen?", ""),
        ("Did the army lose [Goma]?", ""),
        ("M23 could have taken [Goma].", ""),
        ("The army did not say whether [Goma] had fallen.", ""),
        ("The army prevented M23 from capturing [Goma].", ""),
        ("It is unclear whether the army still holds [Goma].", ""),
        ("The army came to [Goma] to take command.", ""),
        ("The spokesman did not say that [Goma] had been lost.", ""),
        ("Fears of an assault on [Goma] grew.", ""),
    ],
}
ROWS = [(kind, sentence, claims) for kind, rows in CASES.items() for sentence, claims in rows]
IDS = [f"{kind}-{number}" for number, (kind, *_) in enumerate(ROWS)]


@pytest.mark.parametrize(("sentence", "claims"), [row[1:] for row in ROWS], ids=IDS)
def test_the_words_say_whether_it_is_so(sentence: str, claims: str) -> None:
    assert brief(sentence) == [claim for claim in claims.split("; ") if claim]
