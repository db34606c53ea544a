"""The same event in every shape of sentence: active, passive, relative, participle, list, shared subject."""

from __future__ import annotations

import pytest
from written_reports import brief

CASES = {
    "active": [
        ("The SDF captured [Tabqa].", "Tabqa takes sdf"),
        ("The SDF has captured [Tabqa].", "Tabqa takes sdf"),
        ("On Friday the SDF captured the town of [Tabqa].", "Tabqa takes sdf"),
        ("The SDF later captured most of [Tabqa].", "Tabqa takes sdf"),
        ("After weeks of shelling, M23 seized the strategic town of [Masisi].", "Masisi takes m23"),
        ("M23 on Sunday seized [Masisi].", "Masisi takes m23"),
    ],
    "passive": [
        ("[Tabqa] was captured by the SDF.", "Tabqa takes sdf"),
        ("[Tabqa] has been captured by the SDF from Islamic State.", "Tabqa takes sdf from islamic-state"),
        ("[Tabqa] was captured.", "Tabqa takes -"),
        ("[Tabqa] was quickly captured by the SDF on Friday.", "Tabqa takes sdf"),
        ("[Tabqa] is being shelled by the Syrian army.", "Tabqa fights sy"),
        ("Three villages near [Tabqa] were captured by the SDF.", ""),
        ("The prison in [Tabqa] was captured by the SDF.", ""),
    ],
    "relative": [
        ("[Tabqa], which the SDF had captured in March, is quiet.", "Tabqa takes sdf"),
        ("The rebels, who had captured [Tabqa], fled.", "Tabqa takes rebels"),
        ("[Kobo], which was captured by the TPLF, is empty.", "Kobo takes tplf"),
        (
            "The government fled to [Aden]. [Marib|province] is the only province that the Houthis do not control.",
            "Marib holds government",
        ),
        ("The army, which still holds [Bukavu], sent for help.", "Bukavu holds government"),
        ("[Izium] is a hub that Russian troops had held for months.", ""),  # and hold no longer
    ],
    "participle": [
        ("[Tabqa], captured by the SDF, is quiet.", "Tabqa takes sdf"),
        ("[Goma], captured on Sunday, is quiet.", "Goma takes -"),
        ("People fled [Goma], seized by M23 on Sunday.", "Goma takes m23"),
        ("The Houthis shelled [Marib], held by the government.", "Marib fights houthis; Marib holds government"),
        ("M23 advanced after capturing [Sake].", "Sake takes m23"),
        ("Having taken [Sake], M23 marched on [Goma].", "Goma advances m23; Sake takes m23"),
    ],
    "held by": [
        ("Rebel-held [Idlib] was bombed.", "Idlib fights -; Idlib holds rebels"),
        ("Shells landed on Houthi-controlled [Hodeidah].", "Hodeidah fights - from houthis; Hodeidah holds houthis"),
        ("Russian jets bombed rebel-held [Idlib].", "Idlib fights ru from rebels; Idlib holds rebels"),
        (
            "After capturing [Bama], Boko Haram marched on [Konduga].",
            "Bama takes boko-haram; Konduga advances boko-haram",
        ),
        ("People left Taliban-run [Kunduz].", "Kunduz holds taliban"),
        ("Islamic State-held [Mosul] starved.", "Mosul holds islamic-state"),
        ("The army entered Boko Haram-held [Bama].", "Bama advances government from boko-haram; Bama holds boko-haram"),
    ],
    "list": [
        (
            "The RSF took [Nyala], [Zalingei] and [El Geneina].",
            "El Geneina takes rsf; Nyala takes rsf; Zalingei takes rsf",
        ),
        ("[Nyala] and [Zalingei] were taken by the RSF.", "Nyala takes rsf; Zalingei takes rsf"),
        ("[Nyala] and [Zalingei] fell to the RSF.", "Nyala takes rsf; Zalingei takes rsf"),
        ("The towns of [Nyala] and [Zalingei] fell to the RSF.", "Nyala takes rsf; Zalingei takes rsf"),
        ("M23 holds both [Goma] and [Bukavu].", "Bukavu holds m23; Goma holds m23"),
        ("The army took [Aleppo] on Tuesday and [Hama] on Thursday.", "Aleppo takes government; Hama takes government"),
    ],
    "in a wider place": [
        ("The RSF took [Nyala] in [South Darfur|province].", "Nyala takes rsf"),
        ("The RSF took [Nyala|town|South Darfur], [South Darfur|province].", "Nyala takes rsf"),
        ("The RSF took parts of [Nyala].", "Nyala takes rsf partly"),
        ("The RSF took three towns in [South Darfur|province].", "South Darfur takes rsf partly"),
        ("The RSF took a village north of [Nyala].", ""),
        ("The RSF holds all of [South Darfur|province].", "South Darfur holds rsf"),
    ],
    "coordination": [
        ("M23 captured [Sake] and marched on [Goma].", "Goma advances m23; Sake takes m23"),
        ("M23 captured [Sake], but the army retook [Minova].", "Minova takes government; Sake takes m23"),
        ("The army lost [Sake] and withdrew from [Minova].", "Minova loses government; Sake loses government"),
        ("M23 and Rwandan troops captured [Goma].", "Goma takes m23"),
        ("[Goma] fell to M23 and [Bukavu] is under siege by M23.", "Bukavu besieges m23; Goma takes m23"),
        ("The rebels took [Sake] while the army held [Goma].", "Goma holds government; Sake takes rebels"),
    ],
    "no place is taken": [
        ("The army captured forty fighters in [Goma].", ""),
        ("Rebels seized weapons from the army in [Goma].", ""),
        ("Police took a suspect to [Goma].", ""),
        ("Three men from [Goma] were captured by the army.", ""),
        ("The president took office in [Goma].", ""),
        ("The army took part in a parade in [Goma].", ""),
        ("M23 rebels captured the airport of [Goma].", "Goma takes m23 partly"),
        ("The army held talks in [Goma].", ""),
        ("The team from [Goma] lost the match.", ""),
    ],
}
ROWS = [(shape, sentence, claims) for shape, rows in CASES.items() for sentence, claims in rows]
IDS = [f"{shape}-{number}" for number, (shape, *_) in enumerate(ROWS)]


@pytest.mark.parametrize(("sentence", "claims"), [row[1:] for row in ROWS], ids=IDS)
def test_an_event_is_read_in_every_shape_of_sentence(sentence: str, claims: str) -> None:
    assert brief(sentence) == [claim for claim in claims.split("; ") if claim]
