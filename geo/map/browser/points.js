// Towns and passes with claims, and marks where fighting is reported on the day.
(function (claimline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
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
    const marks = new Map(); // made when first needed: most places see fighting on few days

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
      model.fights.forEach((fight) => {
        const live = claimline.within(fight.days, day);
        if (live && !marks.has(fight)) marks.set(fight, fightMark(fight, onPick));
        const mark = marks.get(fight);
        if (mark && live !== map.hasLayer(mark)) (live ? mark.addTo(map) : mark.remove());
      });
    }

    /** Set what changed between two days apart; without a first day (null) nothing is. */
    function compare(since, day) {
      towns.forEach(({ layer, id }) => {
        const [was, is] = [since, day].map((each) => claimline.codeOn(model.runs[id], each));
        layer.getElement().classList.toggle("same", since !== null && was === is);
      });
    }

    /** Take over other fighting of the model; nothing is painted yet. */
    function renew() {
      towns.forEach((town) => { town.painted = -1; });
      marks.forEach((mark) => mark.remove());
      marks.clear();
    }
    return { paint, compare, renew };
  }

  function fightMark(fight, onPick) {
    const icon = L.divIcon({ className: "fight", iconSize: [24, 24], html: crossedCircle(fight.wide) });
    const where = fight.wide ? `Fighting reported somewhere in ${fight.name}` : `Fighting reported at ${fight.name}`;
    const mark = L.marker([fight.lat, fight.lon], { icon, pane: "fights", keyboard: false, alt: where });
    mark.bindTooltip(() => claimline.element("span", "", where), { direction: "top", offset: [0, -8], className: "tip" });
    return mark.on("click", () => onPick(fight.place));
  }

  function crossedCircle(wide) {
    const drawing = document.createElementNS(SVG, "svg");
    drawing.setAttribute("viewBox", "0 0 24 24");
    drawing.setAttribute("class", wide ? "crossed wide" : "crossed");
    const circle = document.createElementNS(SVG, "circle");
    Object.entries({ cx: 12, cy: 12, r: 8 }).forEach(([name, value]) => circle.setAttribute(name, value));
    const cross = document.createElementNS(SVG, "path");
    cross.setAttribute("d", "M6.4 6.4 17.6 17.6M17.6 6.4 6.4 17.6");
    drawing.append(circle, cross);
    return drawing;
  }

  Object.assign(claimline, { drawPoints, crossedCircle });
})(globalThis.claimline = globalThis.claimline || {});
