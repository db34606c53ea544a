// A whole report in the evidence panel, with the sentence of a claim marked and in sight.
(function (claimline) {
  "use strict";

  const { element, appendPieces, marksKey, marksNote } = claimline;

  /** Show a report cut into before, marked and after, each a text or its pieces; `back()` returns to the evidence. */
  function renderReport(root, { title, source, before, marked, after }, back) {
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
    root.replaceChildren(button, element("h2", "", title), element("p", "kind", source), ...marksKey(text), text, ...marksNote(text));
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

  /** Cut a text at code points, as the offsets of claims count them. */
  function cutReport({ title, source, text }, start, end) {
    const points = Array.from(text);
    const piece = (from, to) => points.slice(from, to).join("");
    return { title, source, before: piece(0, start), marked: piece(start, end), after: piece(end) };
  }

  Object.assign(claimline, { renderReport, cutReport });
})(globalThis.claimline = globalThis.claimline || {});
