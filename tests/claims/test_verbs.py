"""What verbs of control say, rule by rule, in reports of many wars."""

from __future__ import annotations

import pytest
from written_reports import brief, read

from geo.claims.words.rules import verb_rules

# Rule → sentences with what they claim; several claims are separated by semicolons.
CASES: dict[str, list[tuple[str, str]]] = {
    "take": [
        ("M23 rebels seized [Goma] on Monday.", "Goma takes m23"),
        ("Haftar's forces overran [Gharyan].", "Gharyan takes lna"),
        ("The Houthis have taken control of [Sanaa].", "Sanaa takes houthis"),
        ("[El Geneina] was captured by the RSF.", "El Geneina takes rsf"),
        (
            "The Arakan Army seized the town of [Paletwa] from government troops.",
            "Paletwa takes arakan-army from government",
        ),
        ("Boko Haram fighters occupied [Gwoza] and [Bama].", "Bama takes boko-haram; Gwoza takes boko-haram"),
        ("Separatists took over [Sloviansk].", "Sloviansk takes separatists"),
        ("Ethiopian troops wrested control of [Adwa] from the TPLF.", "Adwa takes et from tplf"),
    ],
    "captured": [
        ("The newly captured town of [Kurakhove] lies in ruins.", "Kurakhove takes -"),
        ("Reporters saw the recently liberated city of [Kherson] in ruins.", "Kherson takes -"),
        ("Families returned to the recaptured district of [Karrada].", "Karrada takes -"),
        ("Engineers searched the just retaken village of [Robotyne] for mines.", "Robotyne takes -"),
        ("The recently seized port of [Berbera] was quiet.", "Berbera takes - partly"),
        ("He walked through the newly occupied town of [Bunagana].", "Bunagana takes -"),
    ],
    "retake": [
        ("The Syrian army recaptured [Palmyra] from Islamic State.", "Palmyra takes sy from islamic-state"),
        ("[Mekelle] was retaken by Tigrayan forces.", "Mekelle takes tplf"),
        ("Congolese troops regained control of [Bunagana].", "Bunagana takes cd"),
        ("The SDF took [Kobani] back.", "Kobani takes sdf"),
        ("Al-Shabaab retook [Adado] within hours.", "Adado takes al-shabaab"),
        ("Iraqi forces have reclaimed [Baiji].", "Baiji takes iq"),
        ("The Malian army recovered [Kidal] from the rebels.", "Kidal takes ml from rebels"),
    ],
    "free": [
        ("Ukrainian troops liberated [Balakliia].", "Balakliia takes ua"),
        ("[Ramadi] was liberated by Iraqi forces from Daesh.", "Ramadi takes iq from islamic-state"),
        ("The Peshmerga freed [Sinjar].", "Sinjar takes peshmerga"),
        ("The Nigerian army cleared [Konduga] of insurgents.", "Konduga takes ng"),
        ("The SDF liberated [Manbij] and [Tabqa].", "Manbij takes sdf; Tabqa takes sdf"),
        ("The RSF said [Singa] had been liberated.", "Singa takes rsf"),
    ],
    "fall": [
        ("[Wad Madani] fell to the RSF.", "Wad Madani takes rsf"),
        ("[Saigon] has fallen.", "Saigon takes -"),
        ("[Aleppo] fell into the hands of the rebels.", "Aleppo takes rebels"),
        ("[Laukkai] fell on Thursday.", "Laukkai takes -"),
        ("[Debaltseve] came under the control of separatists.", "Debaltseve takes separatists"),
        ("[Gondar] was lost to the TPLF.", "Gondar takes tplf"),
        ("[Severodonetsk] fell after weeks of shelling.", "Severodonetsk takes -"),
    ],
    "surrender": [
        ("[Srebrenica] surrendered on 11 July.", "Srebrenica takes -"),
        ("[Kismayo] surrendered to the militia.", "Kismayo takes militias"),
        ("The town of [Azaz] capitulated to Islamic State.", "Azaz takes islamic-state"),
        ("[Goma] surrendered without a fight.", "Goma takes -"),
        ("[Mazar-i-Sharif] capitulated to the Taliban.", "Mazar-i-Sharif takes taliban"),
        ("[Vukovar] capitulated in November.", "Vukovar takes -"),
    ],
    "hold": [
        ("Hezbollah controls [Bint Jbeil].", "Bint Jbeil holds hezbollah"),
        ("[Bukavu] is held by government troops.", "Bukavu holds government"),
        ("Amhara militias still hold [Humera].", "Humera holds amhara"),
        ("The SAF retains control of [El Obeid].", "El Obeid holds saf"),
        ("Russian troops remain in [Hostomel].", "Hostomel holds ru"),
        ("The Free Syrian Army clings to [Daraa].", "Daraa holds fsa"),
        ("[Marib], which the government still controls, is quiet.", "Marib holds government"),
    ],
    "lose": [
        ("Government forces abandoned [Wad Madani].", "Wad Madani loses government"),
        ("The LTTE lost [Kilinochchi].", "Kilinochchi loses ltte"),
        ("The junta has ceded [Lashio].", "Lashio loses government"),
        ("Russian troops left [Izium] overnight.", "Izium loses ru"),
        ("The army gave up [Sake].", "Sake loses government"),
        ("Armenian forces lost control of [Shusha].", "Shusha loses am"),
        ("Tens of thousands of people fled [Goma].", ""),
    ],
    "withdraw": [
        ("Russian forces withdrew from [Snake Island].", "Snake Island loses ru"),
        ("The Houthis pulled out of [Hodeidah].", "Hodeidah loses houthis"),
        ("Eritrean soldiers retreated from [Shire].", "Shire loses er"),
        ("The rebels have pulled back from [Masisi].", "Masisi loses rebels"),
        ("Ukrainian troops fell back from [Avdiivka].", "Avdiivka loses ua"),
        ("The LNA withdrew from [Tarhuna] and from [Bani Walid].", "Bani Walid loses lna; Tarhuna loses lna"),
        ("The mayor withdrew from the race in [Tarhuna].", ""),
    ],
    "oust": [
        ("The rebels drove the army out of [Goma].", "Goma loses government from rebels"),
        ("Al-Shabaab was driven from [Mogadishu] by Somali troops.", "Mogadishu loses al-shabaab from so"),
        ("Peshmerga fighters pushed Islamic State out of [Makhmur].", "Makhmur loses islamic-state from peshmerga"),
        ("The GNA ousted Haftar's forces from [Tarhuna].", "Tarhuna loses lna from gna"),
        ("French troops expelled the jihadists from [Timbuktu].", "Timbuktu loses jihadists from fr"),
        ("Boko Haram has been dislodged from [Bama].", "Bama loses boko-haram"),
    ],
    "redeploy": [
        ("The army redeployed its troops stationed in [Sumy].", "Sumy loses government"),
        ("The RSF relocated fighters based in [Nyala].", "Nyala loses rsf"),
        ("[Ethiopia|country] decided to withdraw troops stationed around [Baidoa].", "Baidoa loses et planned"),
        ("M23 transferred fighters deployed near [Sake] to the north.", "Sake loses m23"),
        ("The junta has moved soldiers garrisoned in [Lashio].", "Lashio loses government"),
        ("The Houthis regrouped fighters based in [Marib].", "Marib loses houthis"),
        ("The troops stationed in [Marib] held a parade.", ""),
    ],
    "come-back": [
        ("The rebels vowed to return to [Aleppo].", "Aleppo takes rebels planned"),
        ("Haftar's forces pledged to return to [Tarhuna].", "Tarhuna takes lna planned"),
        ("Islamic State threatened to come back to [Palmyra].", "Palmyra takes islamic-state planned"),
        ("The army vowed that its troops would return to [Goma].", "Goma takes government planned"),
        ("Russian troops returned to [Kherson].", ""),
        ("The rebels will return to [Doha] for talks.", ""),
    ],
    "besiege": [
        (
            "Russian forces in [Izium] are increasingly isolated as Ukrainian troops advance.",
            "Izium besieges ua from ru",
        ),
        ("The RSF has besieged [El Fasher] for months.", "El Fasher besieges rsf"),
        ("Serb forces surrounded [Srebrenica].", "Srebrenica besieges rs"),
        ("[Taiz] has been besieged by the Houthis since 2015.", "Taiz besieges houthis"),
        ("Jihadists are blockading [Djibo].", "Djibo besieges jihadists"),
        ("Russian troops encircled [Mariupol].", "Mariupol besieges ru"),
        ("Insurgents cut off [Boulikessi].", "Boulikessi besieges insurgents"),
    ],
    "advance": [
        ("M23 fighters are advancing towards [Bukavu].", "Bukavu advances m23"),
        ("Tigrayan forces marched on [Dessie].", "Dessie advances tplf"),
        ("The rebels are closing in on [Hama].", "Hama advances rebels"),
        ("Russian troops pushed into [Toretsk].", "Toretsk advances ru"),
        ("Azerbaijani troops were approaching [Stepanakert].", "Stepanakert advances az"),
        ("Haftar's forces moved on [Tripoli].", "Tripoli advances lna"),
        ("The prime minister headed to [Tripoli].", ""),
    ],
    "send": [
        ("[Rwanda|country] sent troops to [Rutshuru].", "Rutshuru advances rw"),
        ("The junta rushed reinforcements to [Loikaw].", "Loikaw advances government"),
        ("The army deployed soldiers to [Bunia].", "Bunia advances government"),
        ("The Houthis sent hundreds of fighters to [Marib].", "Marib advances houthis"),
        ("The government has dispatched commandos to [Kunduz].", "Kunduz advances government"),
        ("[Turkey|country] sent tanks into [Jarabulus].", "Jarabulus advances tr"),
        ("Wagner mercenaries were deployed to [Menaka].", "Menaka advances wagner"),
    ],
    "presence": [
        ("The rebels are in [Goma].", "Goma advances rebels"),
        ("The rebels were already inside [Bama].", "Bama advances rebels"),
        ("The insurgents are at the gates of [Hama].", "Hama advances insurgents"),
        ("Houthi fighters were on the outskirts of [Marib].", "Marib advances houthis"),
        ("Police are in [Goma].", ""),
        ("The rebels are in talks in [Doha].", ""),
        ("Refugees are in [Goma].", ""),
        ("M23 is not in [Bukavu].", "Bukavu advances m23 denied"),
    ],
    "enter": [
        ("Iraqi troops entered [Fallujah] at dawn.", "Fallujah advances iq"),
        ("The RSF has reached [Sennar].", "Sennar advances rsf"),
        ("Ukrainian forces entered [Lyman] on Saturday.", "Lyman advances ua"),
        ("Israeli troops penetrated [Khan Younis].", "Khan Younis advances il"),
        ("The rebels reached [Kinshasa].", "Kinshasa advances rebels"),
        ("A convoy of the army entered [Kidal].", "Kidal advances government"),
    ],
    "assault": [
        ("Al-Shabaab attacked [Baidoa].", "Baidoa fights al-shabaab"),
        ("Israeli jets bombed [Rafah].", "Rafah fights il"),
        ("[Nikopol] was shelled by Russian artillery.", "Nikopol fights ru"),
        ("The army bombarded [Afrin].", "Afrin fights government"),
        ("Jihadists stormed [Palma].", "Palma fights jihadists"),
        ("RSF drones struck [Port Sudan].", "Port Sudan fights rsf"),
    ],
    "clash": [
        ("The army clashed with M23 rebels in [Sake].", "Sake fights government from m23"),
        ("Rival militias fought in [Zawiya].", "Zawiya fights militias"),
        ("The SDF is battling Islamic State in [Hajin].", "Hajin fights sdf from islamic-state"),
        ("In [Bakhmut], Wagner fighters fought Ukrainian troops.", "Bakhmut fights wagner from ua"),
        ("Amhara militias skirmished with the TPLF near [Kobo].", "Kobo fights amhara from tplf"),
        ("The RSF exchanged fire with the army in [Omdurman].", "Omdurman fights rsf from government"),
    ],
    "repel": [
        ("The Congolese army repelled an attack by M23 on [Minova].", "Minova repels cd from m23"),
        ("Ukrainian troops repulsed a Russian assault on [Vuhledar].", "Vuhledar repels ua from ru"),
        ("An RSF attack on [El Fasher] was repelled by the army.", "El Fasher repels government from rsf"),
        ("In [Derna], the LNA fended off an assault by the jihadists.", "Derna repels lna from jihadists"),
        ("Kurdish forces beat back Islamic State near [Kobani].", "Kobani repels kurdish from islamic-state"),
        ("The militia thwarted an attack on [Nahrin].", "Nahrin repels militias"),
    ],
    "under": [
        ("[Hawija] and [Qaim] remain with Daesh for now.", "Hawija holds islamic-state; Qaim holds islamic-state"),
        ("[Ceel Buur], which remains under Al-Shabaab, is hungry.", "Ceel Buur holds al-shabaab"),
        ("[Minova] is still with M23.", "Minova holds m23"),
        ("[Bria] belongs to the rebels.", "Bria holds rebels"),
        ("[Bria] remains under curfew.", ""),
        ("[Bria] is with its dead today.", ""),
    ],
    "ours": [
        ("The GNA said [Gharyan] is ours.", "Gharyan holds gna"),
        ('"[Goma] is ours," M23 said.', "Goma holds m23"),
        ("The Houthis boasted that [Marib] was ours.", "Marib holds houthis"),
        ("[Nyala] is still ours, the RSF claimed.", "Nyala holds rsf"),
        ("[Sake] is with us, the Arakan Army wrote.", "Sake holds arakan-army"),
        ("[Sake] is ours to keep.", ""),
    ],
    "is-free": [
        ("[Raqqa] is free, the SDF said.", "Raqqa takes sdf"),
        ("The army announced that [Tikrit] was free.", "Tikrit takes government"),
        ("[Lyman] is free again, Ukrainian troops said.", "Lyman takes ua"),
        ("[Marawi] is finally free.", "Marawi takes -"),
        ("[Sinjar] is now free, the Peshmerga declared.", "Sinjar takes peshmerga"),
        ("[Goma] is free of charge.", ""),
    ],
    "change-hands": [
        ("[Marinka] changed hands several times.", "Marinka fights -"),
        ("[Bakhmut] has changed hands twice.", "Bakhmut fights -"),
        ("The town of [Sirte] changed hands again.", "Sirte fights -"),
        ("[Kobo] had changed hands three times.", "Kobo fights -"),
        ("The village of [Robotyne] has changed hands.", "Robotyne fights -"),
        ("[Wau] changed hands last week.", "Wau fights -"),
    ],
}
ROWS = [(rule, sentence, claims) for rule, rows in CASES.items() for sentence, claims in rows]
IDS = [f"{rule}-{number}" for number, (rule, *_) in enumerate(ROWS)]


def split(claims: str) -> list[str]:
    return [claim for claim in claims.split("; ") if claim]


@pytest.mark.parametrize(("sentence", "claims"), [row[1:] for row in ROWS], ids=IDS)
def test_a_verb_of_control_says_what_happens_to_its_place(sentence: str, claims: str) -> None:
    assert brief(sentence) == split(claims)


@pytest.mark.parametrize("name", verb_rules())
def test_the_example_of_a_rule_of_verbs_is_read_by_that_rule(name: str) -> None:
    rule = verb_rules()[name]
    (claim,) = read(rule.example)
    assert (claim.rule.partition(".")[0], claim.action, claim.recapture) == (name, rule.action, rule.again)
    assert claim.assertion == ("planned" if rule.vowed else "asserted")


def test_every_rule_of_verbs_has_at_least_six_sentences() -> None:
    assert {name for name in verb_rules() if len(CASES.get(name, [])) < 6} == set()
