// The few choices a reader makes (day, place, playing), and who wants to know of a change.
(function (claimline) {
  "use strict";

  /** @returns {{get: function(): object, set: function(object): void, watch: function(function): void}} */
  function createState(initial) {
    let value = Object.freeze({ ...initial });
    const watchers = [];
    return {
      get: () => value,
      set(change) {
        const before = value;
        const keys = Object.keys(change).filter((key) => change[key] !== before[key]);
        if (!keys.length) return;
        value = Object.freeze({ ...before, ...change });
        watchers.forEach((watcher) => watcher(value, before));
      },
      watch: (watcher) => { watchers.push(watcher); },
    };
  }

  Object.assign(claimline, { createState });
})(globalThis.claimline = globalThis.claimline || {});
