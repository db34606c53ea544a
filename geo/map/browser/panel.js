// The file that stands alone: a heading, a list of places, and the evidence of the chosen place and day.
(function (claimline) {
  "use strict";

  const { element } = claimline;
  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  /** Lay out heading and panel; the panel fills once the evidence is unpacked. @returns {{head: Element, panel: Element}} */
  function createPanel({ title, counts, shows, guide }) {
    document.body.classList.add("alone");
    const head = element("header", "masthead");
    const facts = [title, plural(counts.reports, "report"), plural(counts.claims, "claim"), shows].filter(Boolean);
    head.append(element("h1", "", "Claimline"), claimline.createGuide(document.querySelector(".guide"), guide));
    head.append(element("p", "", facts.join(" · ")));
    const panel = element("aside", "aside");
    panel.setAttribute("aria-label", "Evidence");
    panel.append(element("p", "quiet", "Unpacking the quotes …"));
    document.body.append(head, panel);
    return { head, panel };
  }

  /** Show the evidence of the state's place and day. `evidence` is what `openEvidence` made. */
  function fillPanel(panel, evidence, state) {
    const body = element("div");
    const chooser = placeList(evidence.places, state);
    panel.replaceChildren(chooser.label, body);

    let shown = {};
    const show = ({ day, place, look, edition }) => {
      const told = evidence.on(place, day, look, body.dataset.hangs === "open");
      chooser.select.value = place;
      if (told && told.chapter === shown.chapter && place === shown.place && edition === shown.edition) {
        claimline.moveDay(body, told); // nothing else is different between days of one chapter
        return;
      }
      shown = { place, edition, chapter: told && told.chapter };
      claimline.renderEvidence(body, told, acts);
    };
    const again = () => {
      shown = {};
      show(state.get());
    };
    const acts = {
      choose: (place) => state.set({ place }),
      open({ report, start, end }) {
        shown = {}; // another day, or the way back, shows the evidence again
        claimline.renderReport(body, evidence.cut(report, start, end), again);
      },
      weigh: again,
    };
    state.watch((now, before) => {
      if (now.place !== before.place) panel.scrollTop = 0;
      if (["place", "day", "edition"].some((name) => now[name] !== before[name])) show(now);
    });
    show(state.get());
  }

  function placeList(places, state) {
    const label = element("label", "chooser");
    const select = document.createElement("select");
    select.append(new Option("Choose a place …", ""));
    places.forEach(({ id, label: text }) => select.append(new Option(text, id)));
    select.addEventListener("change", () => state.set({ place: select.value }));
    label.append(element("span", "unseen", "Place"), select);
    return { label, select };
  }

  /** Why nothing can be read beside the map, in a sentence. */
  function failPanel(panel, error) {
    panel.replaceChildren(element("p", "quiet", `The quotes of this file cannot be shown. ${error.message}`));
  }

  Object.assign(claimline, { createPanel, fillPanel, failPanel });
})(globalThis.claimline = globalThis.claimline || {});
