// Building elements from data. Text is only ever set as text, never as HTML.
(function (claimline) {
  "use strict";

  // Characters that can turn the reading direction of what follows, or that cannot be seen at all.
  const HIDDEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

  /** An element with a class and, where given, its text; the text cannot turn its surroundings around. */
  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined && text !== null) setText(made, text);
    return made;
  }

  /** Show text from outside: direction from its own letters, hidden control characters written out. */
  function setText(target, text) {
    const pieces = String(text).split(HIDDEN);
    const controls = String(text).match(HIDDEN) || [];
    target.dir = "auto";
    target.classList.add("outside-text");
    target.replaceChildren(document.createTextNode(pieces[0]));
    controls.forEach((control, i) => target.append(controlMark(control), document.createTextNode(pieces[i + 1])));
  }

  function controlMark(control) {
    const mark = document.createElement("span");
    mark.className = "control-mark";
    mark.title = "A hidden control character in the source";
    mark.textContent = "U+" + control.codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    return mark;
  }

  Object.assign(claimline, { element, setText });
})(globalThis.claimline = globalThis.claimline || {});
