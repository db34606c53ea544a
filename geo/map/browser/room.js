// Room on the screen: which boxes are taken, found by the cells that they lie in.
(function (claimline) {
  "use strict";

  const CELL = 64; // px

  /** Boxes have `left`, `top`, `right` and `bottom` in px; `gap` px are kept free between any two. */
  function createRoom(gap) {
    const cells = new Map();
    const apart = (a, b) =>
      a.right + gap < b.left || b.right + gap < a.left || a.bottom + gap < b.top || b.bottom + gap < a.top;

    function* around({ left, top, right, bottom }) {
      for (let x = Math.floor((left - gap) / CELL); x <= (right + gap) / CELL; x += 1) {
        for (let y = Math.floor((top - gap) / CELL); y <= (bottom + gap) / CELL; y += 1) yield `${x} ${y}`;
      }
    }
    return {
      isFree(box) {
        for (const key of around(box)) {
          if (!(cells.get(key) || []).every((other) => apart(other, box))) return false;
        }
        return true;
      },
      take(box) {
        for (const key of around(box)) {
          if (cells.has(key)) cells.get(key).push(box);
          else cells.set(key, [box]);
        }
      },
    };
  }

  Object.assign(claimline, { createRoom });
})(globalThis.claimline = globalThis.claimline || {});
