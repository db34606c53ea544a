// A paint as a CSS background, for legend keys and the strip of a place's days.
(function (claimline) {
  "use strict";

  function background(paint) {
    const [first, second = first] = paint.colours;
    if (paint.pattern === "hatch") {
      const stops = paint.colours
        .map((colour, i) => `${colour} ${i * 4}px ${i * 4 + 3.3}px, #FBFAF7 ${i * 4 + 3.3}px ${i * 4 + 4}px`).join(", ");
      return `repeating-linear-gradient(135deg, ${stops})`;
    }
    if (paint.pattern === "dots") {
      return `radial-gradient(circle, ${second} 1.1px, transparent 1.5px) 0 0 / 5px 5px, ${first}`;
    }
    return first;
  }

  /** Give an element the look of a paint, its dashed outline included. */
  function applyPaint(target, paint) {
    target.style.background = background(paint);
    target.style.outline = paint.outline ? `2px dashed ${paint.outline}` : "";
    target.style.outlineOffset = paint.outline ? "-2px" : "";
  }

  Object.assign(claimline, { applyPaint });
})(globalThis.claimline = globalThis.claimline || {});
