// The evidence panel: one place on one day, its status in a sentence, and the quotes behind it by who claims.
(function (claimline) {
  "use strict";

  const { element, setText, applyPaint } = claimline;

  /** Replace what `root` shows by the evidence given; without evidence a hint says how to get some. */
  function renderEvidence(root, evidence) {
    root.classList.add("evidence");
    if (!evidence) {
      root.replaceChildren(element("p", "quiet", "Choose a place on the map to see who claims what of it."));
      return;
    }
    root.replaceChildren(
      element("h2", "", evidence.name),
      kindLine(evidence),
      element("p", "sentence", evidence.sentence),
      strip(evidence.strip),
      ...evidence.groups.flatMap(group),
    );
    const colour = evidence.strip.paints[evidence.strip.now];
    if (colour) root.querySelector(".sentence").style.borderLeftColor = colour.colours[0];
  }

  function kindLine({ kind, native }) {
    const line = element("p", "kind");
    line.append(element("span", "", kind));
    if (native) line.append(" · ", element("bdi", "", native));
    return line;
  }

  /** The place's whole time as a band; the line is the day shown. */
  function strip({ days, day, runs, paints, label }) {
    const frame = element("div", "strip-frame");
    const band = element("div", "strip");
    band.setAttribute("role", "img");
    band.setAttribute("aria-label", label);
    runs.forEach(({ start, end, paint }) => {
      const piece = element("span");
      piece.style.width = `${(100 * (end - start)) / days}%`;
      applyPaint(piece, paints[paint]);
      band.append(piece);
    });
    const now = element("span", "strip-now");
    now.style.left = `${(100 * (day + 0.5)) / days}%`;
    frame.append(band, now);
    return frame;
  }

  function group({ heading, colour, items }) {
    const head = element("h3");
    const dot = element("span", "dot");
    if (colour) dot.style.background = colour;
    head.append(dot, element("span", "", heading));
    return [head, ...items.map(item)];
  }

  function item({ before, marked, after, badges, facts, source }) {
    const made = element("div", "item");
    const quote = element("blockquote");
    quote.dir = "auto";
    const mark = document.createElement("mark");
    setText(mark, marked);
    quote.append(element("span", "", before), mark, element("span", "", after));
    const meta = element("span", "meta");
    badges.forEach((badge) => meta.append(element("span", `badge badge-${badge.kind}`, badge.label)));
    facts.forEach((fact, i) => meta.append(i ? " · " : "", element("span", "", fact)));
    made.append(quote, meta, element("span", "meta source", source));
    return made;
  }

  Object.assign(claimline, { renderEvidence });
})(globalThis.claimline = globalThis.claimline || {});
