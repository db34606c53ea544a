// What was read in a report, marked in its text: places, sides, days, speakers, and the words that made a claim or none.
(function (claimline) {
  "use strict";

  const { element, setText } = claimline;
  const LABELS = {
    event: "makes a claim", silent: "makes none", place: "place", doubt: "place in doubt", side: "side",
    speech: "who says so", day: "day",
  };

  /** A stretch of text with its marks: pieces {text, kind, note} that joined are the text. */
  function appendPieces(target, pieces) {
    pieces.forEach(({ text, kind, note }) => {
      const made = element("span", kind ? `read read-${kind}` : "", text);
      if (kind) {
        made.dataset.note = `${text}: ${note}`;
        made.tabIndex = -1;
        made.setAttribute("role", "note");
        made.setAttribute("aria-label", `${text}. ${LABELS[kind]}: ${note}`);
      }
      target.append(made);
    });
  }

  /** Key of the marks that occur in a text; nothing where there are none. */
  function marksKey(text) {
    const kinds = Object.keys(LABELS).filter((kind) => text.querySelector(`.read-${kind}`));
    if (!kinds.length) return [];
    const key = element("p", "marks-key");
    kinds.forEach((kind) => key.append(element("span", `read-${kind}`, LABELS[kind]), " "));
    return [key];
  }

  /**
   * A line that says of the mark under the pointer, or that was reached by key, what it was read as. One stop of the
   * tab key is the whole text; arrows go from mark to mark.
   */
  function marksNote(text) {
    const marks = [...text.querySelectorAll(".read")];
    if (!marks.length) return [];
    const line = element("p", "marks-note", "Point at a mark, or go from mark to mark with the arrow keys.");
    line.setAttribute("aria-live", "polite");
    const tell = ({ target }) => {
      const note = target.closest?.(".read")?.dataset.note;
      if (note) setText(line, note);
    };
    text.addEventListener("pointerover", tell);
    text.addEventListener("click", tell);
    text.addEventListener("focusin", tell);
    const first = text.querySelector("mark .read") || marks[0];
    first.tabIndex = 0;
    text.addEventListener("keydown", (event) => step(event, marks));
    return [line];
  }

  function step(event, marks) {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = marks.indexOf(event.target);
    const next = marks[at + by];
    if (!by || at < 0) return;
    event.preventDefault(); // the key belongs to the text, also at its ends: elsewhere it steps through the days
    if (!next) return;
    event.target.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  }

  Object.assign(claimline, { appendPieces, marksKey, marksNote });
})(globalThis.claimline = globalThis.claimline || {});
