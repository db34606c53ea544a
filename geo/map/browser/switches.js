// Whose word counts, and what was known: the switches of the file that stands alone.
(function (claimline) {
  "use strict";

  const { element } = claimline;

  /** The switches as one group; `show(number)` looks at the claims in one of the ways `looks`. */
  function createSwitches(looks, state, show) {
    const root = element("div", "switches");
    if (looks.length < 2) return root;
    const now = () => looks[state.get().look];
    const to = (basis, known) => show(looks.findIndex((look) => look.basis === basis && look.known === known));

    const own = looks.filter(({ known }) => known === looks[0].known);
    const order = [...own].sort((a, b) => own[0] === a ? 0 : looks.indexOf(a) - looks.indexOf(b));
    const pills = order.map(({ basis, label }) => [pill(label, () => to(basis, now().known)), () => now().basis === basis]);
    const clock = pill("⟲ as known that day", () => to(now().basis, !now().known));
    clock.title = "Only what had been published by the day shown";
    const group = element("div", "pills");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", "Whose word counts");
    group.append(...pills.map(([button]) => button));
    root.append(group, clock);

    function press() {
      [...pills, [clock, () => now().known]].forEach(([button, on]) => button.setAttribute("aria-pressed", String(on())));
    }
    state.watch((after, before) => {
      if (after.look !== before.look) press();
    });
    press();
    return root;
  }

  function pill(label, act) {
    const made = element("button", "pill", label);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  Object.assign(claimline, { createSwitches });
})(globalThis.claimline = globalThis.claimline || {});
