// Towns and passes with claims, coloured as the areas are.
(function (claimline) {
  "use strict";

  const TOWN = { fillOpacity: 1, pane: "towns" };
  const LIVE = { radius: 5.5, weight: 1.5, color: "#1A1A1A" };
  const IDLE = { radius: 3.5, weight: 1.25, color: "#77726A" }; // nothing is claimed of it on the day

  /** `fillOf(code)` is the fill of a style, as the areas have it. @returns {{paint: function(number), compare: function(?number, number), renew: function()}} */
  function drawPoints(map, model, fillOf, onPick, tip) {
    const renderer = L.svg({ pane: "towns" }).addTo(map);
    const towns = model.points.map((point) => {
      const layer = L.circleMarker([point.lat, point.lon], { ...TOWN, ...IDLE, renderer, className: "town" }).addTo(map);
      layer.getElement().dataset.place = point.id;
      layer.on("click", () => onPick(point.id));
      layer.bindTooltip(() => tip(point), { direction: "top", offset: [0, -6], className: "tip" });
      layer.getElement().setAttribute("tabindex", "-1"); // as the areas
      return { layer, id: point.id, painted: -1 };
    });

    function paint(day) {
      towns.forEach((town) => {
        const { layer, id } = town;
        const code = claimline.codeOn(model.runs[id], day);
        if (code === town.painted) return;
        town.painted = code;
        const look = code ? LIVE : IDLE;
        layer.setRadius(look.radius);
        layer.setStyle({ ...look, fillColor: fillOf(code), color: model.styles[code].outline || look.color });
        if (code) layer.bringToFront();
        layer.getElement().dataset.status = model.styles[code].status;
      });
    }

    /** Set what changed between two days apart; without a first day (null) nothing is. */
    function compare(since, day) {
      towns.forEach(({ layer, id }) => {
        const [was, is] = [since, day].map((each) => claimline.codeOn(model.runs[id], each));
        layer.getElement().classList.toggle("same", since !== null && was === is);
      });
    }

    /** Take over other styles of the model; nothing is painted yet. */
    function renew() {
      towns.forEach((town) => { town.painted = -1; });
    }
    return { paint, compare, renew };
  }

  Object.assign(claimline, { drawPoints });
})(globalThis.claimline = globalThis.claimline || {});
