// Inside the app: tell the page around this frame what was chosen, and hear what was chosen there.
(function (claimline) {
  "use strict";

  const SETTLE_MS = 300;

  /**
   * Connect the state to the surrounding page; does nothing when this page stands alone. `retell(tables)` draws the
   * tables of another basis, clock or filter, null those that the page was made with.
   */
  function connectFrame(model, calendar, state, retell) {
    if (window.parent === window) return;
    let timer = 0;
    let quiet = false;
    const clamp = (day) => Math.max(0, Math.min(model.days - 1, day || 0));
    const tell = () => {
      clearTimeout(timer);
      const { day, place, since } = state.get();
      const held = since === null ? "" : calendar.iso(since);
      window.parent.postMessage({ source: "claimline-map", day: calendar.iso(day), place, since: held }, "*");
    };
    state.watch((now, before) => {
      if (quiet) return;
      if (now.place !== before.place || now.since !== before.since) tell();
      else if (!now.playing && (now.day !== before.day || before.playing)) {
        clearTimeout(timer);
        timer = setTimeout(tell, SETTLE_MS);
      }
    });
    window.addEventListener("message", ({ source, data }) => {
      if (source !== window.parent || !data || data.source !== "claimline-app") return;
      if (data.tables !== undefined) retell(data.tables);
      const change = {};
      if (typeof data.place === "string") change.place = data.place;
      if (typeof data.day === "string") change.day = clamp(calendar.number(data.day));
      if (typeof data.since === "string") change.since = data.since ? clamp(calendar.number(data.since)) : null;
      quiet = true; // the page around knows what it has just said
      state.set(change);
      quiet = false;
    });
    window.parent.postMessage({ source: "claimline-map", ready: true }, "*");
  }

  Object.assign(claimline, { connectFrame });
})(globalThis.claimline = globalThis.claimline || {});
