// The background map: nothing is asked of its server before a reader turns it on.
(function (claimline) {
  "use strict";

  const byId = (id) => document.getElementById(id);

  /** Tie the switch to the map; the areas become see-through while the background is shown. */
  function createBaseMap(map, { basemap }) {
    const tick = byId("basemap");
    byId("basemap-host").textContent = basemap.host;
    const pictures = L.tileLayer(basemap.url, {
      maxZoom: map.getMaxZoom(), maxNativeZoom: basemap.closest, referrerPolicy: "strict-origin-when-cross-origin",
    });
    const missing = () => { byId("basemap-state").textContent = "Its server cannot be reached. "; };
    pictures.on("tileerror", missing);

    tick.addEventListener("change", () => {
      (tick.checked ? pictures.addTo(map) : pictures.remove());
      map.getContainer().classList.toggle("with-base", tick.checked);
      byId("basemap-credit").textContent = tick.checked ? basemap.credit : "";
      byId("basemap-state").textContent = "";
    });
  }

  Object.assign(claimline, { createBaseMap });
})(globalThis.claimline = globalThis.claimline || {});
