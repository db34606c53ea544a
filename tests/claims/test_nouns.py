"""What nouns of control say, rule by rule, in reports of many wars."""

from __future__ import annotations

import pytest
from written_reports import brief, read

from geo.claims.words.lexicon import table
from geo.claims.words.rules import noun_rules, rule_of_noun

# Rule → sentences with what they claim; several claims are separated by semicolons.
CASES: dict[str, list[tuple[str, str]]] = {
    "capture": [
        ("M23 announced the capture of [Goma].", "Goma takes m23"),
        ("The seizure of [Mosul] by Islamic State stunned the region.", "Mosul takes islamic-state"),
        ("The RSF celebrated its capture of [Wad Madani].", "Wad Madani takes rsf"),
        ("The Houthi takeover of [Sanaa] came in 2014.", "Sanaa takes houthis"),
        ("The rebels advanced after the capture of [Aleppo].", "Aleppo takes rebels"),
        ("The Russian capture of [Avdiivka] took months.", "Avdiivka takes ru"),
        ("The capture of two soldiers in [Lyman] was filmed.", ""),
    ],
    "recapture": [
        ("The recapture of [Tikrit] by Iraqi forces took a month.", "Tikrit takes iq"),
        ("The Syrian army announced the recapture of [Palmyra].", "Palmyra takes sy"),
        ("The army's recapture of [Bama] was hailed.", "Bama takes government"),
        ("Tigrayan forces celebrated the retaking of [Mekelle].", "Mekelle takes tplf"),
        ("Somali troops announced the recapture of [Adado].", "Adado takes so"),
        ("The SAF's recapture of [Omdurman] lifted spirits.", "Omdurman takes saf"),
    ],
    "liberation": [
        ("The liberation of [Raqqa] by the SDF ended on Tuesday.", "Raqqa takes sdf"),
        ("Iraqi forces celebrated the liberation of [Mosul].", "Mosul takes iq"),
        ("Ukrainian troops announced the liberation of [Izium].", "Izium takes ua"),
        ("The Peshmerga declared the liberation of [Sinjar].", "Sinjar takes peshmerga"),
        ("The GNA declared the liberation of [Tarhuna].", "Tarhuna takes gna"),
        ("The liberation of [Kherson] was celebrated.", "Kherson takes -"),
    ],
    "fall-of": [
        ("The fall of [El Fasher] to the RSF shocked the world.", "El Fasher takes rsf"),
        ("The fall of [Vukovar] ended the siege.", "Vukovar takes -"),
        ("Thousands fled after the fall of [Goma] to M23.", "Goma takes m23"),
        ("The surrender of [Kundian] came at dawn.", "Kundian takes -"),
        ("Since the fall of [Laukkai] to rebels, trade has stopped.", "Laukkai takes rebels"),
        ("The fall of [Severodonetsk] to Russian troops was confirmed.", "Severodonetsk takes ru"),
        ("The fall of the government in [Kabul] was swift.", ""),
    ],
    "loss": [
        ("The army confirmed the loss of [Kidal].", "Kidal loses government"),
        ("The junta admitted the loss of [Lashio].", "Lashio loses government"),
        ("Armenian forces confirmed the loss of [Hadrut].", "Hadrut loses am"),
        ("The LTTE admitted the loss of [Mullaitivu].", "Mullaitivu loses ltte"),
        ("The loss of [Tarhuna] by the LNA ended the campaign.", "Tarhuna loses lna"),
        ("The SAF confirmed the loss of [Singa].", "Singa loses saf"),
        ("The loss of three soldiers in [Singa] was mourned.", ""),
    ],
    "expulsion": [
        ("The army's expulsion from [Tabqa] left hundreds missing.", "Tabqa loses government"),
        ("The expulsion of the Houthis from [Aden] took a month.", "Aden loses houthis"),
        ("Boko Haram's ouster from [Gwoza] was celebrated.", "Gwoza loses boko-haram"),
        ("The eviction of M23 from [Goma] by the army ended the war.", "Goma loses m23 from government"),
        ("The expulsion of a diplomat from [Kigali] made headlines.", ""),
        ("The ouster of the president shook [Bamako].", ""),
    ],
    "withdrawal": [
        (
            "Russian forces took [Lyman], hours after Ukraine's army announced a withdrawal from [Izium].",
            "Izium loses ua; Lyman takes ru",
        ),
        ("The Russian withdrawal from [Kherson] ended on Friday.", "Kherson loses ru"),
        ("[Russia|country] completed its withdrawal from [Kherson].", "Kherson loses ru"),
        ("Eritrean troops have finished their withdrawal from [Axum].", "Axum loses er"),
        ("The army's retreat from [Kidal] was chaotic.", "Kidal loses government"),
        ("The withdrawal of Houthi fighters from [Hodeidah] began.", "Hodeidah loses houthis"),
        ("A pullout by Haftar's forces from [Gharyan] was seen.", "Gharyan loses lna"),
        ("The withdrawal of cash from banks in [Gharyan] was limited.", ""),
    ],
    "control-of": [
        ("Taliban control of [Kandahar] is firm.", "Kandahar holds taliban"),
        ("[Kismayo] is under the control of Al-Shabaab.", "Kismayo holds al-shabaab"),
        ("[Tripoli] remains under GNA control.", "Tripoli holds gna"),
        ("[Goma] has come under M23 control.", "Goma takes m23"),
        ("[Marib] is beyond Houthi control.", "Marib holds houthis denied"),
        ("Russian control over [Melitopol] is contested.", "Melitopol holds ru"),
        ("[Mekelle] is no longer under the control of Ethiopian troops.", "Mekelle loses et"),
    ],
    "siege": [
        ("The siege of [Taiz] by the Houthis goes on.", "Taiz besieges houthis"),
        ("The RSF siege of [El Fasher] has lasted a year.", "El Fasher besieges rsf"),
        ("The Israeli blockade of [Gaza City] continues.", "Gaza City besieges il"),
        ("[Sarajevo] is under siege by Serb forces.", "Sarajevo besieges rs"),
        ("The encirclement of [Debaltseve] by separatists was complete.", "Debaltseve besieges separatists"),
        ("The siege of [Djibo] by jihadists has starved the town.", "Djibo besieges jihadists"),
    ],
    "advance-on": [
        ("The rebel advance on [Hama] surprised everyone.", "Hama advances rebels"),
        ("Haftar's forces began their march on [Tripoli].", "Tripoli advances lna"),
        ("The Russian push towards [Pokrovsk] continues.", "Pokrovsk advances ru"),
        ("The M23 advance towards [Bukavu] has slowed.", "Bukavu advances m23"),
        ("The TPLF's drive on [Dessie] alarmed the capital.", "Dessie advances tplf"),
        ("An advance by Ukrainian troops on [Tokmak] was reported.", "Tokmak advances ua"),
        ("An advance payment to [Tokmak] was made.", ""),
    ],
    "fighting": [
        (
            "Heavy fighting broke out in [Marib] between the army and the Houthis.",
            "Marib fights government from houthis",
        ),
        ("Clashes erupted near [Zawiya].", "Zawiya fights -"),
        ("The battle for [Bakhmut] between Wagner and Ukrainian troops goes on.", "Bakhmut fights wagner from ua"),
        ("In [Omdurman], fighting between the RSF and the SAF resumed.", "Omdurman fights rsf from saf"),
        ("There were clashes with Boko Haram near [Monguno].", "Monguno fights boko-haram"),
        ("Fighting continued in [Sake] on Monday.", "Sake fights -"),
        ("Skirmishes between Armenian and Azerbaijani troops in [Jermuk] left ten dead.", "Jermuk fights am from az"),
    ],
    "attack": [
        ("A drone attack by the RSF on [Port Sudan] killed five.", "Port Sudan fights rsf"),
        ("Russian shelling of [Kharkiv] continued overnight.", "Kharkiv fights ru"),
        ("Boko Haram launched an attack on [Rann].", "Rann fights boko-haram"),
        ("Airstrikes on [Idlib] destroyed a market.", "Idlib fights -"),
        ("The Israeli airstrikes on [Rafah] went on.", "Rafah fights il"),
        ("[Mocimboa] is under attack by insurgents.", "Mocimboa fights insurgents"),
        ("He had a heart attack in [Rafah].", ""),
    ],
    "hands": [
        ("[Raqqa] is in the hands of Islamic State.", "Raqqa holds islamic-state"),
        ("[Goma] remains in M23 hands.", "Goma holds m23"),
        ("[Kidal] is in the hands of rebels.", "Kidal holds rebels"),
        ("[Sloviansk] was in separatist hands.", "Sloviansk holds separatists"),
        ("[Humera] is still in the hands of Amhara militias.", "Humera holds amhara"),
        ("[Lashio] is not in the hands of the rebels.", "Lashio holds rebels denied"),
        ("[Sabha] is in the grip of Haftar's forces.", "Sabha holds lna"),
    ],
    "stronghold": [
        ("[Baghouz] was the last stronghold of Islamic State.", "Baghouz holds islamic-state"),
        ("The Houthi stronghold of [Saada] was bombed.", "Saada holds houthis"),
        ("[Jilib], an Al-Shabaab stronghold, lies on the Juba.", "Jilib holds al-shabaab"),
        ("[Sirte], the bastion of Islamic State, was encircled.", "Sirte holds islamic-state"),
        ("[Kilinochchi] was the last redoubt of the LTTE.", "Kilinochchi holds ltte"),
        ("[Kobani] is a bastion of the SDF.", "Kobani holds sdf"),
    ],
    "centre-of": [
        ("[Homs] was the centre of the uprising.", "Homs holds uprising"),
        ("[Benghazi], the cradle of the resistance, was bombed.", "Benghazi fights -; Benghazi holds resistance"),
        ("[Sagaing] is the heartland of the resistance.", "Sagaing holds resistance"),
        ("[Deraa] was the heart of the rebellion.", "Deraa holds rebels"),
        ("[Bama] is a hub of the insurgency.", ""),
        ("The army has a base in [Maiduguri].", ""),
        ("[Bama] is a hub of trade.", ""),
    ],
}
ROWS = [(rule, sentence, claims) for rule, rows in CASES.items() for sentence, claims in rows]
IDS = [f"{rule}-{number}" for number, (rule, *_) in enumerate(ROWS)]


@pytest.mark.parametrize(("sentence", "claims"), [row[1:] for row in ROWS], ids=IDS)
def test_a_noun_of_control_says_what_happens_to_its_place(sentence: str, claims: str) -> None:
    assert brief(sentence) == [claim for claim in claims.split("; ") if claim]


@pytest.mark.parametrize("name", noun_rules())
def test_the_example_of_a_rule_of_nouns_is_read_by_that_rule(name: str) -> None:
    rule = noun_rules()[name]
    found = [claim for claim in read(rule.example) if claim.rule.partition(".")[0] == name]
    assert [(claim.action, claim.recapture, str(claim.assertion)) for claim in found] == [
        (rule.action, rule.again, "asserted")
    ]


def test_every_rule_of_nouns_has_at_least_six_sentences() -> None:
    assert {name for name in noun_rules() if len(CASES.get(name, [])) < 6} == set()


def test_no_noun_belongs_to_two_rules() -> None:
    assert len(rule_of_noun()) == sum(len(rule["words"]) for rule in table("nouns").values())


def test_what_needs_no_side_is_among_a_rules_words() -> None:
    strays = {name: rule.unsided - set(table("nouns")[name]["words"]) for name, rule in noun_rules().items()}
    assert not any(strays.values())
