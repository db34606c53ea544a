// Places that are coloured on the day but lie outside what is seen: counted in words, one press away.
(function (claimline) {
  "use strict";

  const ONE = { ground: 0.02 }; // degrees: a town's own room when it is alone

  /** Tie the button to map and state. `boundsOf(number)` gives the bounds of an area. */
  function createOutside(button, map, model, state, { boundsOf }) {
    const bounds = [...model.areas.map((_, number) => boundsOf(number)), ...model.points.map(roomOf)];
    const places = [...model.areas, ...model.points];
    const drawn = new Set(model.areas.map(({ id }) => id));
    const isColoured = ({ id }) => claimline.codeOn(model.runs[id], state.get().day) !== 0;
    const coloured = () => places.flatMap((place, number) => (isColoured(place) ? [number] : []));

    let seen = null; // not asked for at each step, nor before the page is laid out: it makes the browser lay it out
    function show() {
      if (!seen) return;
      const outside = coloured().filter((number) => !seen.intersects(bounds[number])).map((number) => places[number]);
      const beside = ({ parents }) => parents.some((id) => drawn.has(id) && isColoured({ id })); // a town in its district
      const count = outside.filter((place) => !beside(place)).length;
      button.hidden = !count;
      button.textContent = `${count} ${count === 1 ? "place" : "places"} outside this view`;
      button.title = "Coloured on this day: show all of them";
    }

    button.addEventListener("click", () => {
      const all = L.latLngBounds(coloured().map((number) => bounds[number]));
      claimline.fitSeen(map, all);
    });
    const look = () => {
      seen = claimline.seenBounds(map);
      show();
    };
    map.on("moveend resize", look);
    new ResizeObserver(look).observe(document.getElementById("instrument"));
    state.watch((now, before) => {
      if (now.day !== before.day || now.edition !== before.edition) show();
    });
  }

  const roomOf = ({ lat, lon }) =>
    L.latLngBounds([lat - ONE.ground, lon - ONE.ground], [lat + ONE.ground, lon + ONE.ground]);

  Object.assign(claimline, { createOutside });
})(globalThis.claimline = globalThis.claimline || {});
