// A whole report in the evidence panel, with the sentence of a claim marked and in sight.
(function (claimline) {
  "use strict";

  const { element, setText } = claimline;

  /** Show a report cut into before, marked and after; `back()` returns to the evidence. */
  function renderReport(root, { title, source, before, marked, after }, back) {
    const button = element("button", "link back-link", "← Back to the evidence");
    button.type = "button";
    button.addEventListener("click", back);
    const text = element("div", "report-text");
    text.dir = "auto";
    const mark = document.createElement("mark");
    setText(mark, marked);
    text.append(element("span", "", before), mark, element("span", "", after));
    root.classList.add("evidence");
    root.replaceChildren(button, element("h2", "", title), element("p", "kind", source), text);
    button.focus({ preventScroll: true });
    mark.scrollIntoView({ block: "center" });
  }

  /** Cut a text at code points, as the offsets of claims count them. */
  function cutReport({ title, source, text }, start, end) {
    const points = Array.from(text);
    const piece = (from, to) => points.slice(from, to).join("");
    return { title, source, before: piece(0, start), marked: piece(start, end), after: piece(end) };
  }

  Object.assign(claimline, { renderReport, cutReport });
})(globalThis.claimline = globalThis.claimline || {});
