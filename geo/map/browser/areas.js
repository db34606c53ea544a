// The coloured areas: geometry drawn once, then on each day only what changed is repainted.
(function (claimline) {
  "use strict";

  const LINES = {
    areas: { color: "#FFFFFF", weight: 1, opacity: 0.85 },
    units: { color: "#8A857A", weight: 1.5, opacity: 1 },
    besieged: { weight: 3.5, opacity: 1, dashArray: "2 6", lineCap: "round" },
    chosen: { color: "#111111", weight: 3, opacity: 1 },
    changed: { color: "#111111", weight: 1.5, opacity: 1 },
  };
  const FILL = { stroke: false, fillOpacity: 1, smoothFactor: 0.4 };
  const FLAT = { interactive: false, smoothFactor: 0.4 };

  /** Draw areas and borders. @returns {{paint: function(number), choose: function(string), compare: function(?number, number), renew: function(), boundsOf: function(number), fillOf: function(number)}} */
  function drawAreas(map, model, onPick, tip) {
    const shared = claimline.topology(model);
    const renderer = map.getRenderer(L.polygon([]));
    const layers = model.areas.map((area) => {
      const layer = L.polygon(shared.polygons(area), { ...FILL, fillColor: "#EDEBE4", className: "area" }).addTo(map);
      layer.getElement().dataset.place = area.id;
      layer.on("click", () => onPick(area.id));
      layer.bindTooltip(() => tip(area), { sticky: true, direction: "top", offset: [0, -6], className: "tip" });
      // Leaflet's tips let a key reach every area: hundreds of stops. The list of places leads to them instead.
      layer.getElement().setAttribute("tabindex", "-1");
      return layer;
    });
    let fills = claimline.patternFills(renderer._container, model.styles);
    const line = (points, style, pane) => L.polyline(points, { ...FLAT, ...style, pane }).addTo(map);
    const unitOf = ({ id, parents }) => (parents.length > 1 ? parents[0] : id);
    line(shared.lines((number) => number), LINES.areas, "borders");
    line(shared.lines((number) => unitOf(model.areas[number])), LINES.units, "borders");
    const besieged = outlines((points, colour) => line(points, { ...LINES.besieged, color: colour }, "outlines"));
    const changed = line([], LINES.changed, "outlines");
    const chosen = line([], LINES.chosen, "outlines");
    const painted = new Array(model.areas.length).fill(-1);

    function paint(day) {
      let changed = false;
      model.areas.forEach((area, number) => {
        const code = claimline.codeOn(model.runs[area.id], day);
        if (code === painted[number]) return;
        painted[number] = code;
        changed = true;
        const layer = layers[number];
        layer.options.fillColor = fills[code]; // for Leaflet, which would set all of a path's attributes anew
        layer.getElement().setAttribute("fill", fills[code]);
        layer.getElement().dataset.status = model.styles[code].status;
      });
      if (changed) besieged(model, painted, shared);
    }

    function choose(place) {
      const within = ({ id, parents }) => id === place || parents.includes(place);
      chosen.setLatLngs(place ? shared.lines((number) => within(model.areas[number]) || undefined) : []);
      chosen.bringToFront();
    }
    /** Set what changed between two days apart; without a first day (null) nothing is. */
    function compare(since, day) {
      const isSame = ({ id }) => claimline.codeOn(model.runs[id], since) === claimline.codeOn(model.runs[id], day);
      const same = model.areas.map((area) => since !== null && isSame(area));
      layers.forEach((layer, number) => layer.getElement().classList.toggle("same", same[number]));
      changed.setLatLngs(since === null ? [] : shared.lines((number) => !same[number] || undefined));
    }

    /** Take over other styles of the model; nothing is painted yet. */
    function renew() {
      fills = claimline.patternFills(renderer._container, model.styles);
      painted.fill(-1);
    }
    const boundsOf = (number) => layers[number].getBounds();
    return { paint, choose, compare, renew, boundsOf, fillOf: (code) => fills[code] };
  }

  /** One dashed line around all areas that the same side besieges, redrawn only when that set changed. */
  function outlines(draw) {
    const drawn = new Map();
    return (model, painted, shared) => {
      const outlineOf = (number) => model.styles[painted[number]].outline || undefined;
      const sets = new Map([...drawn.keys()].map((colour) => [colour, []]));
      model.areas.forEach((_, number) => {
        const colour = outlineOf(number);
        if (!colour) return;
        if (!sets.has(colour)) sets.set(colour, []);
        sets.get(colour).push(number);
      });
      sets.forEach((numbers, colour) => {
        const before = drawn.get(colour) || { key: "", layer: null };
        const key = numbers.join(" ");
        if (key === before.key) return;
        const lines = shared.lines((number) => (outlineOf(number) === colour) || undefined);
        const layer = before.layer ? before.layer.setLatLngs(lines) : draw(lines, colour);
        drawn.set(colour, { key, layer });
      });
    };
  }

  Object.assign(claimline, { drawAreas });
})(globalThis.claimline = globalThis.claimline || {});
