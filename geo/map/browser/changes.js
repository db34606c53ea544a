// From one change of the chosen place to the next: the days on which its colour changes.
(function (claimline) {
  "use strict";

  const byId = (id) => document.getElementById(id);

  /** The nearest day before (`way` -1) or after (`way` 1) `day` on which a run changes, or undefined. */
  function changeFrom(run, day, way) {
    const days = (run || []).filter((_, i) => i % 2 === 0 && i > 0);
    return way > 0 ? days.find((each) => each > day) : days.filter((each) => each < day).pop();
  }

  /** Tie the two buttons to the state; `go(day)` shows a day. @returns {function(): void} refreshes them. */
  function createChanges(model, calendar, state, go) {
    const buttons = [[byId("change-back"), -1, "Previous"], [byId("change-forward"), 1, "Next"]];
    const target = (way) => changeFrom(model.runs[state.get().place], state.get().day, way);

    buttons.forEach(([button, way]) => button.addEventListener("click", () => {
      const day = target(way);
      if (day !== undefined) go(day);
    }));
    return () => buttons.forEach(([button, way, word]) => {
      const day = target(way);
      const where = day === undefined ? "" : `: ${calendar.long(day)}`;
      // Not `disabled`: whoever presses with the keyboard would lose their place at the last change.
      button.setAttribute("aria-disabled", String(day === undefined));
      button.setAttribute("aria-label", `${word} change of the chosen place${where || ": none"}`);
      button.title = button.getAttribute("aria-label");
    });
  }

  Object.assign(claimline, { changeFrom, createChanges });
})(globalThis.claimline = globalThis.claimline || {});
