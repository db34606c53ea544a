// Names on the map: the most important first, none over another, more of them the closer one looks.
(function (claimline) {
  "use strict";

  const KINDS = {
    claimed: { from: 0, size: 14, spacing: 0, bold: true, nudged: true },
    town: { from: 8.5, size: 12, spacing: 0, bold: true, nudged: true, lift: -14 },
    unit: { from: 5.5, size: 13, spacing: 2.6, bold: false },
    context: { from: 4, size: 13, spacing: 3.6, bold: false },
    coloured: { from: 8.5, size: 12, spacing: 0, bold: false, nudged: true },
    area: { from: 10, size: 12, spacing: 0, bold: false },
  };
  const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";
  const OVERLAYS = "#legend, #note, #instrument, #credits, #scale, .leaflet-control-zoom";
  const GAP = 5; // px kept free around a name
  const NUDGES = [0, -16, 16, -30, 30]; // px up or down, tried in this order

  /** All names of the model, in the order in which they claim their room. */
  function names(model) {
    const kindOf = ({ id, claimed }) => (claimed ? "claimed" : model.runs[id] ? "coloured" : "area");
    const area = (each) => ({ kind: kindOf(each), name: each.name, at: [each.label[1], each.label[0]] });
    const unit = (kind) => ({ name, label }) => ({ kind, name, at: [label[1], label[0]] });
    const areas = model.areas.map(area);
    return [
      ...areas.filter(({ kind }) => kind === "claimed"),
      ...model.points.map(({ name, lat, lon }) => ({ kind: "town", name, at: [lat, lon] })),
      ...model.units.map(unit("unit")),
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
      const taken = covered(map);
      all.forEach((name) => {
        const near = map.getZoom() >= KINDS[name.kind].from;
        const nudges = near ? (KINDS[name.kind].nudged ? NUDGES : [0]) : [];
        const free = nudges.map((nudge) => ({ nudge, box: boxOf(map, name, nudge) }))
          .find(({ box }) => inside(box, view) && taken.every((other) => apart(other, box)));
        if (free) taken.push(free.box);
        show(name, Boolean(free), free && free.nudge);
      });
    }

    function show(name, visible, nudge) {
      if (visible && !made.has(name)) {
        const label = claimline.element("span", `label label-${name.kind}`, name.name);
        pane.append(label);
        made.set(name, label);
      }
      const label = made.get(name);
      if (!label) return;
      label.hidden = !visible;
      if (!visible) return;
      const point = map.latLngToLayerPoint(name.at);
      L.DomUtil.setPosition(label, L.point(point.x - name.width / 2, top(point, name, nudge)).round());
    }

    map.on("zoomstart", () => pane.classList.add("leaving"));
    document.getElementById("legend").addEventListener("toggle", place);
    map.on("zoomend moveend resize", () => { place(); pane.classList.remove("leaving"); });
    place();
  }

  const top = (point, name, nudge) => point.y - name.height / 2 + (KINDS[name.kind].lift || 0) + nudge;

  function boxOf(map, name, nudge) {
    const point = map.latLngToContainerPoint(name.at);
    const y = top(point, name, nudge);
    return { left: point.x - name.width / 2, right: point.x + name.width / 2, top: y, bottom: y + name.height };
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

  const inside = (box, view) => box.right > 0 && box.left < view.x && box.bottom > 0 && box.top < view.y;
  const apart = (a, b) =>
    a.right + GAP < b.left || b.right + GAP < a.left || a.bottom + GAP < b.top || b.bottom + GAP < a.top;

  Object.assign(claimline, { drawLabels });
})(globalThis.claimline = globalThis.claimline || {});
