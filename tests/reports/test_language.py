"""A report in another language is named as such; short ones and English ones are read."""

from __future__ import annotations

import sys
from datetime import date

import pytest

from geo.reports.language import english_words, foreign_language, plainly_english
from geo.reports.report import Report, Span

FRENCH = (
    "Les rebelles ont pris la ville de Goma vendredi matin, ont indiqué plusieurs habitants. L'armée "
    "s'est retirée vers le "
    "sud après de violents combats qui ont duré toute la nuit, selon une source militaire qui a requis "
    "l'anonymat. "
)
GERMAN = (
    "Die Armee hat am Freitag die Stadt eingenommen, sagten Bewohner. Die Rebellen zogen sich nach "
    "schweren Kämpfen in die "
    "Berge zurück, wie ein Sprecher der Streitkräfte am Abend mitteilte. Die Lage in der Region bleibt "
    "angespannt. "
)
UKRAINIAN = (
    "Українські військові звільнили місто в суботу, повідомив речник. Російські війська відступили на "
    "схід після кількох "
    "днів важких боїв, а мешканці почали повертатися до своїх домівок у звільнених селах області. "
)
ENGLISH = (
    "Ukrainian troops entered Kupiansk in the Kharkiv region on Saturday, while Russian forces withdrew "
    "from Balakliia and "
    "Izium towards Donetsk. Residents of Vovchansk, Shevchenkove and Velykyi Burluk said the soldiers "
    "had left overnight. "
)


def report(text: str) -> Report:
    return Report("r", text, date(2022, 9, 9), "2022-09-09", "0" * 64, (Span(0, len(text)),))


@pytest.mark.parametrize(("text", "language"), [(FRENCH, "French"), (GERMAN, "German"), (UKRAINIAN, "Ukrainian")])
def test_a_report_in_another_language_is_named(text: str, language: str) -> None:
    assert foreign_language(report(text)) == language


@pytest.mark.parametrize("text", [ENGLISH, FRENCH[:60], "", "1234 5678 " * 60])
def test_english_and_too_little_text_are_read(text: str) -> None:
    assert foreign_language(report(text)) is None


@pytest.mark.parametrize("text", [FRENCH, GERMAN, UKRAINIAN, "", "1234 5678", "the", FRENCH + ENGLISH[:60]])
def test_only_text_that_is_english_throughout_is_plainly_english(text: str) -> None:
    assert plainly_english(text) == (text == "the")


def test_english_is_known_without_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "geo.reports.language_model", None)
    assert foreign_language(report(ENGLISH)) is None


@pytest.mark.parametrize("word", sorted(english_words().words))
def test_every_common_word_is_counted(word: str) -> None:
    others = "the zyx zyx zyx zyx zyx zyx"
    assert plainly_english(f"{others} {word}")
    assert not plainly_english(f"{others} zyx")
