// The view of the map: where it opens, how far it can be moved, keys and scale.
(function (claimline) {
  "use strict";

  const PANES = { borders: 410, outlines: 420, towns: 430, fights: 440, labels: 450 };
  const MARGIN = 28; // px around what is shown first
  const LEAST = 120; // px of room in either direction that a view needs
  const CLOSEST = 10; // zoom level: a single district is shown with its surroundings
  const PAN = 120; // px a key press
  const SHIFTED = { ArrowLeft: [-PAN, 0], ArrowRight: [PAN, 0], ArrowUp: [0, -PAN], ArrowDown: [0, PAN] };

  const corners = ([left, bottom, right, top]) => [[bottom, left], [top, right]];

  /** Make the panes, open on the places that claims are about, and keep the view inside the known world. */
  function prepareView(map, model) {
    Object.entries(PANES).forEach(([name, level]) => { map.createPane(name).style.zIndex = level; });
    ["borders", "outlines", "labels"].forEach((name) => map.getPane(name).classList.add("see-through"));
    if (model.window) map.setMaxBounds(corners(model.window));
    open(map, model);
    let moved = false;
    map.on("dragstart", () => { moved = true; });
    document.getElementById("outside").addEventListener("click", () => { moved = true; });
    map.getContainer().addEventListener("wheel", () => { moved = true; }, { passive: true });
    map.on("resize", () => { if (!moved) open(map, model); });
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(map.getContainer());
    document.addEventListener("keydown", (event) => {
      if (!event.shiftKey || !SHIFTED[event.key] || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
      event.preventDefault();
      map.panBy(SHIFTED[event.key], { animate: map.options.zoomAnimation });
    });
    closeLeftTooltips(map);
    L.control.zoom({ position: "topright" }).addTo(map).getContainer().addEventListener("click", () => { moved = true; });
    document.getElementById("scale").append(L.control.scale({ imperial: false, maxWidth: 90 }).addTo(map).getContainer());
  }

  /** A pointer that leaves the frame in one jump leaves no area by itself. */
  function closeLeftTooltips(map) {
    let shown = null;
    map.on("tooltipopen", ({ tooltip }) => { shown = tooltip; });
    document.documentElement.addEventListener("mouseleave", () => { if (shown) map.closeTooltip(shown); });
  }

  /** Where the map can be seen, in px: beside or below the legend, or under it where that leaves too little. */
  function rooms(map) {
    const legend = document.getElementById("legend").getBoundingClientRect();
    const origin = map.getContainer().getBoundingClientRect();
    const foot = document.querySelector(".foot").getBoundingClientRect().height;
    const end = L.point(MARGIN, foot + MARGIN);
    const start = (x, y) => L.point(x + MARGIN, y + MARGIN);
    const wide = ({ x, y }) => Math.min(...Object.values(map.getSize().subtract(end).subtract([x, y]))) >= LEAST;
    const free = [start(legend.right - origin.left, 0), start(0, legend.bottom - origin.top)].filter(wide);
    return { starts: free.length ? free : [start(0, 0)], end };
  }

  /** Fit bounds into the room where they come out largest. */
  function fitSeen(map, bounds, animate = map.options.zoomAnimation) {
    const { starts, end } = rooms(map);
    const zoom = (start) => map.getBoundsZoom(bounds, false, start.add(end));
    const start = starts.reduce((best, one) => (zoom(one) > zoom(best) ? one : best));
    map.fitBounds(bounds, { paddingTopLeft: start, paddingBottomRight: end, maxZoom: CLOSEST, animate });
  }

  function open(map, model) {
    if (model.view) fitSeen(map, L.latLngBounds(corners(model.view)), false);
  }

  /** What is seen above the instrument. */
  function seenBounds(map) {
    const { x, y } = map.getSize();
    const foot = document.getElementById("instrument").getBoundingClientRect().height;
    const at = (point) => map.containerPointToLatLng(point);
    return L.latLngBounds(at([0, 0]), at([x, Math.max(0, y - foot)]));
  }

  Object.assign(claimline, { prepareView, fitSeen, seenBounds });
})(globalThis.claimline = globalThis.claimline || {});
