// A day, and a place on a day, in a few words.
(function (claimline) {
  "use strict";

  const ORDER = ["held", "claimed", "contested", "besieged"];
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  /**
   * "3 contested · 7 besieged · 9 claims": how many places have which status, a town that lies in a coloured area not
   * counted beside it.
   */
  function describeDay(model, day) {
    const code = (id) => claimline.codeOn(model.runs[id], day);
    const counts = {};
    const count = ({ id }) => {
      const { status } = model.styles[code(id)];
      counts[status] = (counts[status] || 0) + 1;
    };
    model.areas.forEach(count);
    model.points.filter(({ parents }) => !parents.some(code)).forEach(count);
    const parts = ORDER.filter((status) => counts[status]).map((status) => `${counts[status]} ${status}`);
    if (!parts.length) parts.push("no live claim");
    const claims = model.claims[day];
    if (claims) parts.push(plural(claims, "claim"));
    return parts.join(" · ");
  }

  /** What a place's tooltip says under its name. */
  function describeStatus(style) {
    const words = { unknown: "no live claim", claimed: "claimed", held: "held", contested: "contested", besieged: "besieged" };
    const holder = style.holder && style.status !== "contested" ? ` · ${style.holder}` : "";
    return words[style.status] + holder;
  }

  Object.assign(claimline, { describeDay, describeStatus });
})(globalThis.claimline = globalThis.claimline || {});
