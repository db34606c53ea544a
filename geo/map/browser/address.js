// The state of the file that stands alone in its address, after the #: place, day, basis and clock.
(function (claimline) {
  "use strict";

  const SETTLE_MS = 300; // browsers refuse an address that changes with every step of the slider

  /** Take over what the address says, as far as it can be used, and keep it up to date. */
  function createAddress({ places, looks }, model, calendar, state, show) {
    function read() {
      const words = new URLSearchParams(location.hash.slice(1));
      const change = {};
      if (places.some(({ id }) => id === words.get("place"))) change.place = words.get("place");
      const day = calendar.number(words.get("day") || "");
      if (Number.isInteger(day)) change.day = Math.max(0, Math.min(model.days - 1, day));
      const look = looks.findIndex(({ basis, known }) =>
        basis === (words.get("basis") || looks[0].basis) && known === (words.get("clock") === "known"));
      if (words.size && look > 0) show(look);
      state.set(change);
    }

    function write() {
      const { place, day, look } = state.get();
      const words = new URLSearchParams({ day: calendar.iso(day), basis: looks[look].basis });
      if (place) words.set("place", place);
      if (looks[look].known) words.set("clock", "known");
      history.replaceState(null, "", `#${words}`);
    }

    let timer = 0;
    read();
    window.addEventListener("hashchange", read);
    state.watch(() => {
      clearTimeout(timer);
      timer = setTimeout(write, SETTLE_MS);
    });
  }

  Object.assign(claimline, { createAddress });
})(globalThis.claimline = globalThis.claimline || {});
