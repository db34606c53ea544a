// How to read the map: the words stand in guide.html; the keys get the colours of this map's own sides.
(function (claimline) {
  "use strict";

  /** Colour the keys of a guide. @param {{looks: object, stale: number}} data a paint for each key, and a number of days */
  function fillGuide(root, { looks, stale }) {
    Object.entries(looks).forEach(([look, paint]) => claimline.applyPaint(root.querySelector(`[data-look="${look}"]`), paint));
    claimline.setText(root.querySelector(".stale"), stale);
  }

  /** The guide of the file that stands alone: a button, and the sheet that it opens. */
  function createGuide(guide, data) {
    fillGuide(guide, data);
    const sheet = claimline.element("dialog", "sheet");
    const button = claimline.element("button", "text-button", "How to read this map");
    const close = claimline.element("button", "text-button", "Close");
    [button, close].forEach((one) => { one.type = "button"; });
    sheet.setAttribute("aria-label", "How to read this map");
    sheet.append(guide, close);
    button.addEventListener("click", () => sheet.showModal());
    close.addEventListener("click", () => sheet.close());
    sheet.addEventListener("click", ({ target }) => { if (target === sheet) sheet.close(); }); // beside the sheet
    document.body.append(sheet);
    return button;
  }

  Object.assign(claimline, { fillGuide, createGuide });
})(globalThis.claimline = globalThis.claimline || {});
