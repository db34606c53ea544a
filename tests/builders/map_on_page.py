"""The map as a person meets it in a browser: what is painted, and the few things that can be done."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from playwright.sync_api import TimeoutError as NotShown

if TYPE_CHECKING:
    from playwright.sync_api import FrameLocator, Locator, Page

# Stripes and dots are found by the pattern that the fill names.
PAINTED = """path => {
  const fill = getComputedStyle(path).fill;
  const name = fill.match(/url\\("?#([^")]+)/);
  if (!name) return [fill];
  const parts = document.getElementById(name[1]).querySelectorAll("rect, circle");
  return [...parts].map(part => getComputedStyle(part).fill);
}"""
SIEGES = """paths => paths.filter(path => path.getTotalLength() > 0).map(path => getComputedStyle(path).stroke)"""
INSIDE = """path => {
  const box = path.getBoundingClientRect();
  for (let i = 1; i < 20; i++) for (let j = 1; j < 20; j++) {
    const x = box.width * i / 20, y = box.height * j / 20;
    if (document.elementFromPoint(box.left + x, box.top + y) === path) return {x, y};
  }
  return null;
}"""

_CLICKS, _ANSWER_MS = 5, 6000
FRAMES = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"


def click_in_sight(target: Locator) -> None:
    """Scroll to a target and click on it as a person can: once the browser has drawn where it is now.

    The map's frame is a process of its own. Until a frame is drawn, Chromium hands a click at a spot where the map was
    before the scroll to the map; a person cannot scroll and click within one frame, a script does.
    """
    target.scroll_into_view_if_needed()
    target.page.evaluate(FRAMES)
    target.click()


def click_until(target: Locator, shown: Locator) -> None:
    """Click what a chart draws until it answers: a chart stands on the page a moment before it listens."""
    for _ in range(_CLICKS):
        target.click()
        with suppress(NotShown):
            return shown.wait_for(timeout=_ANSWER_MS)
    return shown.wait_for()


@dataclass(frozen=True, slots=True)
class MapOnPage:
    """One open map. `inside` is the document that the map is drawn in: a frame of the app, or the page itself."""

    page: Page
    inside: FrameLocator | Page
    first_day: date

    def find(self, selector: str, has_text: str | None = None) -> Locator:
        return self.inside.locator(selector, has_text=has_text)

    def area(self, place: str) -> Locator:
        return self.find(f'path[data-place="{place}"]')

    def go_to(self, day: date) -> None:
        self.find("#slider").fill(str((day - self.first_day).days))

    def day(self) -> date:
        return self.first_day + timedelta(days=int(self.find("#slider").input_value()))

    def painted(self, place: str) -> tuple[str, ...]:
        """Colours of a place as `#RRGGBB`: one for solid, more for stripes and dots."""
        return tuple(_hex(colour) for colour in self.area(place).evaluate(PAINTED))

    def statuses(self) -> dict[str, str]:
        script = "paths => Object.fromEntries(paths.map(path => [path.dataset.place, path.dataset.status]))"
        found: dict[str, str] = self.find("path.area").evaluate_all(script)
        return found

    def siege_lines(self) -> list[str]:
        """Colours of the dashed outlines that are drawn."""
        colours = self.find(".leaflet-outlines-pane path[stroke-dasharray]").evaluate_all(SIEGES)
        return sorted(_hex(colour) for colour in colours)

    def choose(self, place: str) -> None:
        """Click on a spot of the area that nothing covers."""
        area = self.area(place)
        spot = area.evaluate(INSIDE)
        assert spot, f"no spot of {place} can be clicked"
        area.click(position=spot)

    def evidence(self) -> Locator:
        return self.page.locator(".evidence")

    def view(self) -> list[object]:
        """Where two areas are on the screen: changes with any zoom or pan."""
        script = "paths => paths.slice(0, 400).map(path => path.getAttribute('d').slice(0, 40))"
        corners = self.find(".leaflet-map-pane").evaluate("pane => pane.style.transform")
        return [corners, self.find("path.area").evaluate_all(script)]


def _hex(colour: str) -> str:
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return f"#{red:02X}{green:02X}{blue:02X}"
