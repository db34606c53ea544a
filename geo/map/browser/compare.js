// Two days beside each other: one is held, the slider shows the other; what changed is outlined and listed.
(function (claimline) {
  "use strict";

  const { element } = claimline;
  const MOST = 150; // rows: more than anybody reads
  const byId = (id) => document.getElementById(id);

  /** The places whose state is another on the second day: those with claims of their own first, then by name. */
  function changesBetween(model, before, after) {
    const changed = [...model.areas, ...model.points].flatMap((place) => {
      const [was, is] = [before, after].map((day) => claimline.codeOn(model.runs[place.id], day));
      return was === is ? [] : [{ place, was: model.styles[was], is: model.styles[is] }];
    });
    const rank = ({ place }) => (place.claimed || place.claims ? 0 : 1);
    return changed.sort((a, b) => rank(a) - rank(b) || a.place.name.localeCompare(b.place.name));
  }

  /** Tie button, list and the pin on the slider to the state: `since` is the day that is held, or null. */
  function createCompare(model, calendar, state) {
    const button = byId("compare");
    const list = byId("changes");
    const pin = byId("since");

    button.addEventListener("click", () => {
      const { since, day } = state.get();
      state.set({ since: since === null ? day : null });
    });
    byId("changes-end").addEventListener("click", () => {
      state.set({ since: null });
      button.focus();
    });

    function show({ since, day }) {
      const on = since !== null;
      button.setAttribute("aria-pressed", String(on));
      button.title = on ? `Stop comparing with ${calendar.long(since)}` : "Compare with another day: hold this one";
      button.setAttribute("aria-label", button.title);
      list.hidden = pin.hidden = !on;
      if (!on) return;
      pin.style.setProperty("--at", since / Math.max(1, model.days - 1));
      fill(changesBetween(model, since, day), since, day);
    }

    function fill(changed, since, day) {
      const count = changed.length === 1 ? "1 change" : `${changed.length} changes`;
      byId("changes-title").textContent = `${count} from ${calendar.short(since)}`;
      const rows = changed.slice(0, MOST).map((change) => row(change, () => state.set({ place: change.place.id })));
      if (changed.length > MOST) rows.push(element("li", "quiet", `and ${changed.length - MOST} more`));
      if (since === day) rows.push(element("li", "quiet", "Move the slider to the other day."));
      list.querySelector("ul").replaceChildren(...rows);
    }

    list.open = window.innerWidth > 640;
    state.watch((now, before) => {
      if (["since", "day", "edition"].some((name) => now[name] !== before[name])) show(now);
    });
    show(state.get());
  }

  function row({ place, was, is }, choose) {
    const made = element("li");
    const button = element("button", "change");
    button.type = "button";
    button.addEventListener("click", choose);
    button.append(element("b", "", place.name), state("was", was), state("is", is));
    made.append(button);
    return made;
  }

  function state(when, style) {
    const made = element("span", `state ${when}`);
    const key = element("span", "key");
    claimline.applyPaint(key, style);
    made.append(key, element("span", "", style.words));
    return made;
  }

  Object.assign(claimline, { createCompare });
})(globalThis.claimline = globalThis.claimline || {});
