// Hatching and dots as SVG patterns in the map's drawing, one for each style that needs one.
(function (claimline) {
  "use strict";

  const SVG = "http://www.w3.org/2000/svg";
  const STRIPE = 7.5; // px
  const DOT_TILE = 7; // px
  const GAP = { stroke: "#FBFAF7", "stroke-width": 1.1, "stroke-opacity": 0.8 }; // tells stripes of equal grey apart

  function svg(tag, attributes, children = []) {
    const made = document.createElementNS(SVG, tag);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...children);
    return made;
  }

  function hatch(id, colours) {
    const width = STRIPE * colours.length;
    const stripes = colours.map((fill, i) => svg("rect", { x: i * STRIPE, width: STRIPE + 0.5, height: width, fill }));
    const gaps = colours.map((_, i) => svg("path", { d: `M${(i + 1) * STRIPE - 0.6} 0V${width}`, ...GAP }));
    return svg("pattern", {
      id, width, height: width, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)",
    }, [...stripes, ...gaps]);
  }

  function dots(id, [ground, dot]) {
    const centre = DOT_TILE / 2;
    return svg("pattern", { id, width: DOT_TILE, height: DOT_TILE, patternUnits: "userSpaceOnUse" }, [
      svg("rect", { width: DOT_TILE, height: DOT_TILE, fill: ground }),
      svg("circle", { cx: centre, cy: centre, r: 1.4, fill: dot }),
    ]);
  }

  /** Put the patterns of all styles into an SVG drawing, in place of earlier ones. @returns {string[]} the fill of each style. */
  function patternFills(drawing, styles) {
    const makers = { hatch, dots };
    const fills = styles.map((style, code) => {
      const make = makers[style.pattern];
      return make ? { id: `style-${code}`, make } : { fill: style.colours[0] };
    });
    const made = fills.flatMap(({ id, make }, code) => (make ? [make(id, styles[code].colours)] : []));
    drawing.querySelector("defs.looks")?.remove();
    drawing.prepend(svg("defs", { class: "looks" }, made));
    return fills.map(({ id, fill }) => fill || `url(#${id})`);
  }

  Object.assign(claimline, { patternFills });
})(globalThis.claimline = globalThis.claimline || {});
