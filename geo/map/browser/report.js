// A whole report in the evidence panel, with the sentence of a claim marked and in sight.
(function (claimline) {
  "use strict";

  const { element, appendPieces, marksKey, marksNote } = claimline;
  const UNMARKED = "This file quotes too many reports to carry what was read in each. “claimline explain” marks it.";

  /** Show a report cut into before, marked and after, each a list of pieces; `back()` returns to the evidence. */
  function renderReport(root, { title, source, before, marked, after, unmarked }, back) {
    const button = element("button", "link back-link", "← Back to the evidence");
    button.type = "button";
    button.addEventListener("click", back);
    const text = element("div", "report-text");
    text.dir = "auto";
    const mark = document.createElement("mark");
    appendPieces(text, before);
    appendPieces(mark, marked);
    text.append(mark);
    appendPieces(text, after);
    root.classList.add("evidence");
    root.replaceChildren(
      button, element("h2", "", title), element("p", "kind", source),
      ...(unmarked ? [element("p", "quiet", UNMARKED)] : marksKey(text)),
      text, ...marksNote(text),
    );
    button.focus({ preventScroll: true });
    bringIntoSight(mark);
  }

  /** Scroll the panel to a mark, and the page itself only where the panel does not scroll. */
  function bringIntoSight(mark) {
    let box = mark.parentElement;
    while (box && !(box.scrollHeight > box.clientHeight && getComputedStyle(box).overflowY === "auto")) box = box.parentElement;
    if (!box) {
      mark.scrollIntoView({ block: "center" });
      return;
    }
    const above = mark.getBoundingClientRect().top - box.getBoundingClientRect().top;
    box.scrollTop += above - box.clientHeight / 2;
  }

  /** A stretch of a report's code points cut at its marks `[start, end, kind, note]`, in order and not overlapping. */
  function pieces(points, marks, from, to) {
    const found = [];
    let at = from;
    const text = (end) => points.slice(at, end).join("");
    marks.filter(([start, end]) => start >= from && end <= to).forEach(([start, end, kind, note]) => {
      if (start > at) found.push({ text: text(start) });
      at = start;
      found.push({ text: text(end), kind, note });
      at = end;
    });
    if (at < to) found.push({ text: text(to) });
    return found;
  }

  Object.assign(claimline, { renderReport, pieces });
})(globalThis.claimline = globalThis.claimline || {});
