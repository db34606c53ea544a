// Inside the app: tell the page around this frame what was chosen, and hear what was chosen there.
(function (claimline) {
  "use strict";

  const SETTLE_MS = 300;

  /** Connect the state to the surrounding page; does nothing when this page stands alone. */
  function connectFrame(model, calendar, state) {
    if (window.parent === window) return;
    let timer = 0;
    const tell = () => {
      clearTimeout(timer);
      const { day, place } = state.get();
      window.parent.postMessage({ source: "claimline-map", day: calendar.iso(day), place }, "*");
    };
    state.watch((now, before) => {
      if (now.place !== before.place) tell();
      else if (!now.playing) {
        clearTimeout(timer);
        timer = setTimeout(tell, SETTLE_MS);
      }
    });
    window.addEventListener("message", ({ source, data }) => {
      if (source !== window.parent || !data || data.source !== "claimline-app") return;
      if (typeof data.place === "string" && data.place !== state.get().place) state.set({ place: data.place });
    });
    window.parent.postMessage({ source: "claimline-map", ready: true }, "*");
  }

  Object.assign(claimline, { connectFrame });
})(globalThis.claimline = globalThis.claimline || {});
