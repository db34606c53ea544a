"""Bytes to text."""

from __future__ import annotations

import codecs
import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.errors import ReportError
from geo.reports.decode import decode

ENGLISH = " date 2021-08-22 The resistance’s fighters took Banu on Friday, officials said – the Taliban denied it.\r\n"
RUSSIAN = "Бойцы сопротивления в понедельник взяли под контроль районы Бану и Пули-Хисар, сообщили местные СМИ."
PERSIAN = "نيروهاي مقاومت ولسوالي بنو را در ولايت بغلان از دست طالبان باز پس گرفتند. طالبان اين خبر را رد کردند."
POLISH = "Bojownicy ruchu oporu przejęli kontrolę nad okręgami w prowincji Baghlan, podały lokalne media."
KOREAN = "저항군 전사들이 금요일 바누 지역을 탈환했다고 관리들이 말했다. 탈레반은 이를 부인했다."
CHINESE = "抵抗战士星期五夺回了班努地区，官员说，塔利班否认了这一点，并说战斗仍在继续。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"),
        (ENGLISH, "utf-8-sig"),
        (ENGLISH, "utf-16"),
        (ENGLISH, "utf-32"),
        (ENGLISH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (PERSIAN, "utf-8"),
        (PERSIAN, "utf-16"),
        (POLISH, "cp1250"),
        (POLISH, "iso8859-2"),
        (KOREAN, "euc-kr"),
        (CHINESE, "gb18030"),
    ],
)
def test_text_comes_back_as_written_line_ends_included(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (codecs.BOM_UTF8, "empty"),
        (codecs.BOM_UTF8 + b"  ", "empty"),
        (codecs.BOM_UTF16_LE + " \n".encode("utf-16-le"), "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "binary"),
        (b"\x01\x02\x03\x04 not a text", "binary"),
        (ENGLISH.encode("utf-16-le"), "binary"),
        (codecs.BOM_UTF16_LE + b"odd", "utf-16"),
        (codecs.BOM_UTF8 + b"caf\xe9", "utf-8"),
        (("café, naïve " * 9).encode() + b"\xe9", "byte 126 does not fit"),
        (b"date 2021-08-22 " + bytes(range(0x80, 0x100)) * 4, "encoding cannot be told"),
    ],
)
def test_what_is_no_text_is_refused_with_its_reason_and_a_remedy(data: bytes, reason: str) -> None:
    with pytest.raises(ReportError, match=reason) as refusal:
        decode(data)
    assert "text" in str(refusal.value)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1))
def test_any_utf8_text_comes_back(text: str) -> None:
    if text.strip():
        assert decode(text.encode()) == text.removeprefix("\ufeff")


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text_or_a_refusal(data: bytes) -> None:
    with contextlib.suppress(ReportError):
        assert decode(data).strip()
