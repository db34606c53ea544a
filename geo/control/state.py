"""The state of one place on one day, from the signals that count on that day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.control.period import Status
from geo.control.signals import Effect, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable

CONTROL = frozenset({Effect.HAS, Effect.LEFT})
BESIDE = frozenset({Effect.DENIED, Effect.SURROUNDS})


@dataclass(frozen=True, slots=True)
class State:
    """A control period without its place and days; see `ControlPeriod` for the fields."""

    status: Status = Status.UNKNOWN
    holder: str | None = None
    rivals: tuple[str, ...] = ()
    inherited_from: str | None = None
    claims: tuple[str, ...] = ()


def state(own: tuple[Signal, ...], above: Iterable[tuple[str, tuple[Signal, ...]]] = ()) -> State:
    """Tell the state of a place.

    Args:
        own: Signals that count on the place itself.
        above: The same for the units it lies in, nearest first, each with the unit's id.

    Returns:
        The state. Units above speak only where nothing on the place itself does; their fighting never reaches it.
    """
    control = _of(own, *CONTROL)
    # Sieges and denials say nothing of who has a place, so what is inherited from above has to stand beside them.
    beside = _of(own, *BESIDE)
    inherited_from = None
    if not control:
        for unit, signals in above:
            beside += _of(signals, *BESIDE)
            control = _of(signals, *CONTROL)
            if control:
                inherited_from = unit
                break
    has = _sides(_of(control, Effect.HAS))
    fights = _of(own, Effect.FIGHTS)
    fighting = sorted({*has, *_sides(fights)}) if fights else []
    if len(fighting) > 1:
        return State(Status.CONTESTED, None, tuple(fighting), None, _claims(control, fights))
    return _held(control, has, beside, inherited_from)


def _held(control: tuple[Signal, ...], has: list[str], beside: tuple[Signal, ...], inherited_from: str | None) -> State:
    """The state where nobody fights."""
    if not has:
        return State(inherited_from=inherited_from if control else None, claims=_claims(control))
    holder = has[0]
    if len(has) > 1 or holder in _sides(_of(control, Effect.LEFT)):
        return State(Status.CONTESTED, None, tuple(has), inherited_from, _claims(control))
    strong = any(signal.strong for signal in control if signal.effect is Effect.HAS)
    denials = tuple(one for one in _of(beside, Effect.DENIED) if holder in one.sides)
    if denials:
        doubted = State(Status.CONTESTED, None, (holder,)) if strong and not inherited_from else State()
        return replace(doubted, inherited_from=inherited_from, claims=_claims(control, denials))
    sieges = tuple(one for one in _of(beside, Effect.SURROUNDS) if holder not in one.sides)
    if sieges:
        return State(Status.BESIEGED, holder, tuple(_sides(sieges)), inherited_from, _claims(control, sieges))
    return State(Status.HELD if strong else Status.CLAIMED, holder, (), inherited_from, _claims(control))


def _of(signals: Iterable[Signal], *effects: Effect) -> tuple[Signal, ...]:
    return tuple(signal for signal in signals if signal.effect in effects)


def _sides(signals: Iterable[Signal]) -> list[str]:
    return sorted({side for signal in signals for side in signal.sides})


def _claims(*groups: Iterable[Signal]) -> tuple[str, ...]:
    return tuple(sorted({signal.claim for group in groups for signal in group}))
