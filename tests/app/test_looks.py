"""Views that take long are made beside each other, each once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest

from geo.app.looks import Looks
from geo.view.view import View

SLOW, QUICK, KEPT = View(basis="slow"), View(basis="quick"), View(basis="kept")
LONG = 60


def test_nobody_waits_for_the_view_of_another() -> None:
    looks, begun, free = Looks[str](8), Event(), Event()
    looks.look(KEPT, lambda: "kept")

    def make() -> str:
        begun.set()
        assert free.wait(LONG)
        return "slow"

    with ThreadPoolExecutor(2) as visitors:
        first = visitors.submit(looks.look, SLOW, make)
        assert begun.wait(LONG)
        second = visitors.submit(lambda: (looks.look(KEPT, str), looks.look(QUICK, lambda: "quick")))
        try:
            assert second.result(LONG) == ("kept", "quick")
            assert not first.done()
        finally:
            free.set()
        assert first.result(LONG) == looks.look(SLOW, str) == "slow"


def test_a_view_that_many_ask_for_is_made_once() -> None:
    looks, made = Looks[int](8), list[int]()

    def make() -> int:
        made.append(1)
        return len(made)

    with ThreadPoolExecutor(4) as visitors:
        assert set(visitors.map(lambda _: looks.look(SLOW, make), range(20))) == {1}


def test_a_view_that_failed_is_made_anew_and_the_oldest_goes() -> None:
    looks = Looks[str](1)
    with pytest.raises(ZeroDivisionError):
        looks.look(SLOW, lambda: str(1 // 0))
    assert looks.look(SLOW, lambda: "made") == "made"
    assert looks.look(QUICK, lambda: "quick") == "quick"
    assert list(looks.made) == [QUICK]
    assert not looks.making
