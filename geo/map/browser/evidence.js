// The evidence panel: one place on one day, its status in a sentence, and the quotes behind it by who claims.
(function (claimline) {
  "use strict";

  const { element, setText, applyPaint, codeOn } = claimline;

  /**
   * Replace what `root` shows by the evidence given; without evidence a hint says how to get some.
   * `acts.open({report, start, end})` shows a report, `acts.choose(place)` another place; `acts.weigh(open)`, where
   * there is one, is told whether somebody reads what the state hangs on.
   */
  function renderEvidence(root, evidence, acts) {
    root.classList.add("evidence");
    if (!evidence) {
      root.replaceChildren(element("p", "quiet", "Choose a place on the map to see who claims what of it."));
      return;
    }
    root.replaceChildren(
      element("h2", "", evidence.name),
      kindLine(evidence),
      ...(evidence.rough ? [element("p", "quiet rough", evidence.rough)] : []),
      statement(evidence),
      strip(evidence.strip),
      ...hangsOn(evidence, root, acts),
      ...evidence.groups.flatMap((each) => group(each, acts)),
      ...silence(evidence, acts),
    );
  }

  function kindLine({ kind, native }) {
    const line = element("p", "kind");
    line.append(element("span", "", kind));
    if (native) line.append(" · ", element("bdi", "", native));
    return line;
  }

  /** The status in a sentence, then what the claims behind it say; the bar has the colour of the status. */
  function statement({ headline, account, strip: told }) {
    const box = element("p", "statement");
    box.append(element("b", "", headline));
    if (account) box.append(" ", element("span", "", account));
    box.style.borderLeftColor = barColour(told);
    return box;
  }

  function barColour({ run, day, styles }) {
    const { colours, outline } = styles[codeOn(run, day)];
    return outline || colours[colours.length - 1];
  }

  const middle = ({ day, days }) => `${(100 * (day + 0.5)) / days}%`;

  /** Show another day of which the same is told: the line in the strip, the bar's colour, the day's fragile districts. */
  function moveDay(root, { strip: told, fragile }) {
    root.querySelector(".strip-now")?.style.setProperty("left", middle(told));
    root.querySelector(".statement")?.style.setProperty("border-left-color", barColour(told));
    const line = root.querySelector(".fragile");
    if (line && fragile) setText(line, fragileWords(fragile));
  }

  /** The place's whole time as a band; the line is the day shown. */
  function strip(told) {
    const { days, run, styles } = told;
    const frame = element("div", "strip-frame");
    const band = element("div", "strip");
    const runs = run.length ? run : [0, 0];
    for (let i = 0; i < runs.length; i += 2) {
      const piece = element("span");
      const end = i + 2 < runs.length ? runs[i + 2] : days;
      piece.style.width = `${(100 * (end - runs[i])) / days}%`;
      applyPaint(piece, styles[runs[i + 1]]);
      band.append(piece);
    }
    const now = element("span", "strip-now");
    now.style.left = middle(told);
    frame.setAttribute("aria-hidden", "true"); // the statement says it in words
    frame.append(band, now);
    return frame;
  }

  /** What would change the state, to be opened; it stays open from place to place. */
  function hangsOn({ changes, fragile }, root, acts) {
    if (!changes || !(changes.length || fragile)) return [];
    const box = element("details", "hangs");
    const heading = changes.length === 1 ? "One thing would change this" : `${changes.length} things would change this`;
    box.append(element("summary", "", changes.length ? heading : "No single source or rule would change this"));
    const list = element("ul");
    list.append(...changes.map((sentence) => element("li", "", sentence)));
    box.append(list);
    if (fragile) box.append(element("p", "quiet fragile", fragileWords(fragile)));
    box.open = root.dataset.hangs === "open";
    box.addEventListener("toggle", () => {
      const now = box.open ? "open" : "";
      if ((root.dataset.hangs || "") === now) return;
      root.dataset.hangs = now;
      acts.weigh?.(box.open);
    });
    return [box];
  }

  /** How much of the day's map hangs on a single source. */
  function fragileWords({ count, known }) {
    if (!known) return "On this day no district has a state of its own; towns are not counted.";
    return `On this day ${count} of ${known} ${known === 1 ? "district" : "districts"} with a state `
      + `${count === 1 ? "hangs" : "hang"} on a single source.`;
  }

  function link(className, text, act) {
    const made = element("button", `link ${className}`, text);
    made.type = "button";
    made.addEventListener("click", act);
    return made;
  }

  /** A place of which nobody claims anything names the nearest one with claims. */
  function silence({ nearest, groups }, acts) {
    if (groups.length || !nearest) return [];
    const line = element("p", "quiet", "No report makes a claim about this place. Nearest with claims: ");
    line.append(link("nearest", nearest.label, () => acts.choose(nearest.id)), `, ${nearest.km} km away.`);
    return [line];
  }

  function group({ heading, colour, items }, acts) {
    const head = element("h3");
    const dot = element("span", "dot");
    if (colour) dot.style.background = colour;
    head.append(dot, element("span", "", heading));
    return [head, ...items.map((each) => item(each, acts))];
  }

  function item({ before, marked, after, badges, facts, doubt, deed, copies, source, report, start, end }, acts) {
    const made = element("div", "item");
    const quote = element("blockquote");
    quote.dir = "auto";
    const mark = document.createElement("mark");
    setText(mark, marked);
    quote.append(element("span", "", before), mark, element("span", "", after));
    const meta = element("span", "meta");
    badges.forEach((badge) => meta.append(element("span", `badge badge-${badge}`, badge)));
    facts.forEach((fact, i) => meta.append(i ? " · " : "", element("span", "", fact)));
    const foot = element("span", "meta source");
    foot.append(element("span", "", source), ` · characters ${start} to ${end} · `);
    if (copies) foot.append(`the same words in ${copies} more report${copies === 1 ? "" : "s"} · `);
    if (report !== null) foot.append(link("open-report", "open report", () => acts.open({ report, start, end })));
    made.append(quote, meta);
    if (deed) made.append(element("span", "meta deed", deed));
    if (doubt) made.append(element("span", "meta doubt", doubt));
    made.append(foot);
    return made;
  }

  Object.assign(claimline, { renderEvidence, moveDay });
})(globalThis.claimline = globalThis.claimline || {});
