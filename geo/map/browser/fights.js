// Marks where fighting is reported on the day: drawn once into one picture, then only shown and hidden.
(function (claimline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const TIP = { direction: "top", offset: [0, -8], className: "tip" };

  function svg(tag, attributes, children = []) {
    const made = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  const cross = () => [svg("circle", { cx: 0, cy: 0, r: 7.5 }), svg("path", { d: "M-5.2-5.2 5.2 5.2M5.2-5.2-5.2 5.2" })];
  const looks = (wide) => (wide ? "crossed wide" : "crossed");

  /** The mark by itself, for the legend. */
  function crossedCircle(wide) {
    return svg("svg", { viewBox: "-11 -11 22 22", class: looks(wide) }, cross());
  }

  /** Draw the marks of a model. @returns {{paint: function(number), renew: function()}} */
  function drawFights(map, model, onPick) {
    const renderer = L.svg({ pane: "fights" }).addTo(map);
    let marks = new Map(); // each made when first needed: most places see fighting on few days

    /** Where a mark stands; another zoom level has other points. */
    function stand({ mark, fight }) {
      const { x, y } = map.latLngToLayerPoint([fight.lat, fight.lon]);
      mark.setAttribute("transform", `translate(${x} ${y})`);
    }

    function make(fight) {
      const mark = svg("g", { class: `fight ${looks(fight.wide)}` }, cross());
      const words = fight.wide ? `Fighting reported somewhere in ${fight.name}` : `Fighting reported at ${fight.name}`;
      const tip = L.tooltip(TIP).setLatLng([fight.lat, fight.lon]).setContent(claimline.element("span", "", words));
      mark.addEventListener("click", (event) => {
        event.stopPropagation();
        onPick(fight.place);
      });
      mark.addEventListener("mouseenter", () => map.openTooltip(tip));
      mark.addEventListener("mouseleave", () => map.closeTooltip(tip));
      renderer._rootGroup.append(mark);
      const made = { mark, fight, live: true };
      stand(made);
      return made;
    }

    function paint(day) {
      model.fights.forEach((fight) => {
        const live = claimline.within(fight.days, day);
        if (live && !marks.has(fight)) marks.set(fight, make(fight));
        const made = marks.get(fight);
        if (!made || made.live === live) return;
        made.live = live;
        made.mark.style.visibility = live ? "" : "hidden";
      });
    }

    map.on("zoomend viewreset", () => marks.forEach(stand));

    /** Take over other fighting of the model; nothing is painted yet. */
    function renew() {
      marks.forEach(({ mark }) => mark.remove());
      marks = new Map();
    }
    return { paint, renew };
  }

  Object.assign(claimline, { drawFights, crossedCircle });
})(globalThis.claimline = globalThis.claimline || {});
