// The legend: what occurs in these data, and nothing else.
(function (claimline) {
  "use strict";

  function row(label, key) {
    const made = claimline.element("li");
    made.append(key, claimline.element("span", "", label));
    return made;
  }

  function swatch(style) {
    const key = claimline.element("span", "key");
    claimline.applyPaint(key, style);
    return key;
  }

  function mark(node) {
    const key = claimline.element("span", "key key-mark");
    key.append(node);
    return key;
  }

  /** Fill the list of the legend. */
  function drawLegend(root, model) {
    const rows = model.legend.map((entry) => row(entry.label, swatch(entry)));
    if (model.points.length) rows.push(row("Town or pass with claims", mark(claimline.element("span", "town-key"))));
    [false, true].forEach((wide) => {
      if (!model.fights.some((fight) => fight.wide === wide)) return;
      rows.push(row(wide ? "Fighting, somewhere in the province" : "Fighting reported that day",
        mark(claimline.crossedCircle(wide))));
    });
    root.querySelector("ul").replaceChildren(...rows);
  }

  Object.assign(claimline, { drawLegend });
})(globalThis.claimline = globalThis.claimline || {});
