// Borders kept once: areas from arcs, and the lines between areas that differ in something.
(function (claimline) {
  "use strict";

  const STEP = 1e-4; // degrees; the model's coordinates are whole steps

  function decode(flat) {
    const points = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i < flat.length; i += 2) {
      x += flat[i];
      y += flat[i + 1];
      points.push(L.latLng(y * STEP, x * STEP)); // made once: outlines are drawn anew from them
    }
    return points;
  }

  function topology(model) {
    const arcs = model.arcs.map(decode);
    const owners = arcs.map(() => []);
    model.areas.forEach((area, number) => {
      area.rings.flat(2).forEach((arc) => owners[arc < 0 ? ~arc : arc].push(number));
    });
    const walk = (arc) => (arc < 0 ? arcs[~arc].slice().reverse() : arcs[arc]);
    const ring = (numbers) => numbers.flatMap((arc, i) => (i ? walk(arc).slice(1) : walk(arc)));
    return {
      /** Polygons of an area as Leaflet takes them. */
      polygons: (area) => area.rings.map((polygon) => polygon.map(ring)),
      /** Arcs that have a side in the set: those where `group` differs between the two sides (outside: undefined). */
      lines(group) {
        return arcs.filter((_, i) => {
          const [one, other] = owners[i];
          return group(one) !== (other === undefined ? undefined : group(other));
        });
      },
    };
  }

  Object.assign(claimline, { topology });
})(globalThis.claimline = globalThis.claimline || {});
