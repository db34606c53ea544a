"""Views that take seconds to make: nobody waits for somebody else's."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from geo.view.view import View

Look = TypeVar("Look")


@dataclass(slots=True)
class Looks(Generic[Look]):
    """What was made for the views that were asked for last, for all visitors.

    Attributes:
        most: How many are kept.
        made: Those, the one asked for last at the end.
        making: A lock for each view that is being made; who asks for the same one waits for it.
        lock: Held while one of these is looked up or changed, never while a view is made.
    """

    most: int
    made: OrderedDict[View, Look] = field(default_factory=OrderedDict)
    making: dict[View, Lock] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)

    def look(self, view: View, make: Callable[[], Look]) -> Look:
        """What a view shows.

        Args:
            view: The view.
            make: Makes it where it is not kept.

        Returns:
            What was made, now or before.
        """
        with self.lock:
            if view in self.made:
                return self._again(view)
            making = self.making.setdefault(view, Lock())
        with making:
            with self.lock:
                if view in self.made:  # while we waited
                    return self._again(view)
            try:
                found = make()
                self._keep(view, found)
            finally:
                with self.lock:
                    self.making.pop(view, None)
        return found

    def _again(self, view: View) -> Look:
        self.made.move_to_end(view)
        return self.made[view]

    def _keep(self, view: View, found: Look) -> None:
        with self.lock:
            self.made[view] = found
            while len(self.made) > self.most:
                self.made.popitem(last=False)
