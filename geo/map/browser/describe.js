// A day, and a place on a day, in a few words.
(function (claimline) {
  "use strict";

  const ORDER = ["held", "claimed", "contested", "besieged"];
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  /** "3 contested · 7 besieged · 9 claims": how many areas (points, where no area is coloured) have which status. */
  function describeDay(model, day) {
    const countIn = (places) => {
      const counts = {};
      places.forEach(({ id }) => {
        const { status } = model.styles[claimline.codeOn(model.runs[id], day)];
        counts[status] = (counts[status] || 0) + 1;
      });
      return ORDER.filter((status) => counts[status]).map((status) => `${counts[status]} ${status}`);
    };
    const areas = countIn(model.areas);
    const parts = areas.length ? areas : countIn(model.points);
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
