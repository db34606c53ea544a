"""Who decides: the name that is typed, or the header that the page was told to trust, never another."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from geo.app import reviewer


@pytest.mark.parametrize(
    ("trusted", "headers", "typed", "who"),
    [
        (None, {}, " Ada ", "Ada"),
        (None, {"X-Forwarded-User": "Eve"}, "Ada", "Ada"),
        ("X-Forwarded-User", {"X-Forwarded-User": "ada@example.org"}, "Eve", "ada@example.org"),
        ("X-Forwarded-User", {}, "Eve", ""),
        ("X-Forwarded-User", {"X-User": "Eve"}, "", ""),
    ],
)
def test_a_name_is_typed_unless_a_header_is_trusted(
    trusted: str | None, headers: dict[str, str], typed: str, who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if trusted:
        monkeypatch.setenv(reviewer.VARIABLE, trusted)
    else:
        monkeypatch.delenv(reviewer.VARIABLE, raising=False)
    shown: list[str] = []
    page = SimpleNamespace(
        context=SimpleNamespace(headers=headers), text=shown.append, text_input=lambda *_, **__: typed
    )
    monkeypatch.setattr(reviewer, "st", page)
    assert reviewer.reviewer() == who
    assert bool(shown) is bool(trusted)
