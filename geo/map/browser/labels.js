// Names on the map: the most important first, none over another, more of them the closer one looks.
(function (claimline) {
  "use strict";

  // Where a name may stand, tried in this order: [widths to the right, px down], from the middle of its place.
  const HERE = [[0, 0]];
  const NUDGED = [[0, 0], [0, -16], [0, 16], [0, -30], [0, 30]];
  const AROUND = [[0.5, 0], [-0.5, 0], [0, -16], [0, 16], [0.5, -13], [0.5, 13], [-0.5, -13], [-0.5, 13]];
  const KINDS = {
    claimed: { from: 0, size: 14, spacing: 0, bold: true, spots: NUDGED },
    town: { from: 0, size: 12, spacing: 0, bold: true, spots: AROUND, aside: 10 },
    unit: { from: 5, size: 13, spacing: 2.6, bold: false, spots: NUDGED },
    context: { from: 4, size: 13, spacing: 3.6, bold: false, spots: HERE },
    coloured: { from: 8.5, size: 12, spacing: 0, bold: false, spots: NUDGED },
    area: { from: 10, size: 12, spacing: 0, bold: false, spots: HERE },
  };
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
  const OVERLAYS = "#legend, #changes, #note, #instrument, #credits, #outside, #scale, .leaflet-control-zoom";
  const GAP = 5; // px kept free around a name
  const TOWN = 7; // px around the middle of a town's mark that no name may cover

  /** All names of the model, in the order in which they claim their room. */
  function names(model) {
    const kindOf = ({ id, claimed, parents }) => {
      if (claimed) return "claimed";
      if (parents.length < 2) return "unit"; // a province, where no districts are known
      return model.runs[id] ? "coloured" : "area";
    };
    const area = (each) => ({ kind: kindOf(each), name: each.name, at: [each.label[1], each.label[0]] });
    const unit = (kind) => ({ name, label }) => ({ kind, name, at: [label[1], label[0]] });
    const areas = model.areas.map(area);
    return [
      ...areas.filter(({ kind }) => kind === "claimed"),
      ...model.points.slice().sort((a, b) => b.claims - a.claims)
        .map(({ name, lat, lon }) => ({ kind: "town", name, at: [lat, lon] })),
      ...model.units.map(unit("unit")),
      ...areas.filter(({ kind }) => kind === "unit"),
      ...model.context.areas.filter(({ label }) => label).map(unit("context")),
      ...areas.filter(({ kind }) => kind === "coloured"),
      ...areas.filter(({ kind }) => kind === "area"),
    ];
  }

  function measure() {
    const pen = document.createElement("canvas").getContext("2d");
    return ({ kind, name }) => {
      const { size, spacing, bold } = KINDS[kind];
      pen.font = `${bold ? 600 : 400} ${size}px ${FONT}`;
      const text = spacing ? name.toUpperCase() : name;
      return { width: pen.measureText(text).width + spacing * text.length, height: size * 1.25 };
    };
  }

  /** Write names on the map and keep them readable as it moves. */
  function drawLabels(map, model) {
    const pane = map.getPane("labels");
    const size = measure();
    const all = names(model).map((name) => ({ ...name, ...size(name) }));
    const made = new Map();

    function place() {
      const view = map.getSize();
      const room = claimline.createRoom(GAP);
      covered(map).forEach(room.take);
      model.points.map((point) => markBox(map, point)).filter((box) => touches(box, view)).forEach(room.take);
      all.forEach((name) => {
        const { from, spots } = KINDS[name.kind];
        const free = (map.getZoom() >= from ? spots : []).map((spot) => boxOf(map, name, spot))
          .find((box) => inside(box, view) && room.isFree(box));
        if (free) room.take(free);
        show(name, free);
      });
    }

    function show(name, box) {
      if (box && !made.has(name)) {
        const label = claimline.element("span", `label label-${name.kind}`, name.name);
        pane.append(label);
        made.set(name, label);
      }
      const label = made.get(name);
      if (!label) return;
      label.hidden = !box;
      if (box) L.DomUtil.setPosition(label, map.containerPointToLayerPoint([box.left, box.top]).round());
    }

    map.on("zoomstart", () => pane.classList.add("leaving"));
    new ResizeObserver(place).observe(document.getElementById("sheets")); // the first time once all is laid out
    map.on("zoomend moveend resize", () => { place(); pane.classList.remove("leaving"); });
  }

  function boxOf(map, { at, width, height, kind }, [across, down]) {
    const point = map.latLngToContainerPoint(at);
    const aside = Math.sign(across) * (KINDS[kind].aside || 0);
    const left = point.x - width / 2 + across * width + aside;
    const top = point.y - height / 2 + down;
    return { left, right: left + width, top, bottom: top + height };
  }

  /** A town's mark, less the room that names keep from one another. */
  function markBox(map, { lat, lon }) {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    const room = TOWN - GAP;
    return { left: x - room, right: x + room, top: y - room, bottom: y + room };
  }

  /** Boxes of what lies over the map: no name is written half under it. */
  function covered(map) {
    const origin = map.getContainer().getBoundingClientRect();
    return [...document.querySelectorAll(OVERLAYS)].map((over) => {
      const box = over.getBoundingClientRect();
      return {
        left: box.left - origin.left, right: box.right - origin.left, top: box.top - origin.top,
        bottom: box.bottom - origin.top,
      };
    });
  }

  const inside = (box, view) => box.left > 0 && box.right < view.x && box.top > 0 && box.bottom < view.y;
  const touches = (box, view) => box.right > 0 && box.left < view.x && box.bottom > 0 && box.top < view.y;

  Object.assign(claimline, { drawLabels });
})(globalThis.claimline = globalThis.claimline || {});
