// What the map is to show, said by other parts of the page: kept here, so that a map that opens later still hears it.
(function (claimline) {
  "use strict";

  const CHOSEN = "claimline:chosen";
  const told = claimline.told || {};

  /** Say any of place, day, since and tables to the map. */
  function tellMap(news) {
    Object.assign(told, news);
    document.dispatchEvent(new CustomEvent(CHOSEN, { detail: news }));
  }

  Object.assign(claimline, { told, tellMap });
})(globalThis.claimline = globalThis.claimline || {});
