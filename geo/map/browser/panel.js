// The file that stands alone: a heading, a list of places, and the evidence of the chosen place and day.
(function (claimline) {
  "use strict";

  const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;

  /** `look(number)` looks at the claims in one of the model's ways. */
  function createPanel(model, state, look) {
    document.body.classList.add("alone");
    const panel = claimline.element("aside", "aside");
    const body = claimline.element("div");
    const chooser = placeList(model, state);
    panel.setAttribute("aria-label", "Evidence");
    panel.append(chooser.label, body);
    const head = masthead(model);
    head.append(claimline.createSwitches(model, state, look));
    document.body.append(head, panel);

    let shown = {};
    const show = ({ day, place, look: number, edition }) => {
      const evidence = evidenceOn(model, place, day, number);
      if (evidence && evidence.chapter === shown.chapter && place === shown.place && edition === shown.edition) {
        claimline.moveDay(body, evidence.strip); // nothing else is different between days of one chapter
        return;
      }
      shown = { place, edition, chapter: evidence && evidence.chapter };
      chooser.select.value = place;
      claimline.renderEvidence(body, evidence, acts);
    };
    const acts = {
      choose: (place) => state.set({ place }),
      open({ report, start, end }) {
        const cut = claimline.cutReport(model.evidence.reports[report], start, end);
        claimline.renderReport(body, cut, () => {
          shown = {};
          show(state.get());
        });
      },
    };
    state.watch((now, before) => {
      if (now.place !== before.place) panel.scrollTop = 0;
      if (["place", "day", "edition"].some((name) => now[name] !== before[name])) show(now);
    });
    show(state.get());
  }

  function masthead({ title, counts, shows }) {
    const head = claimline.element("header", "masthead");
    const facts = [title, plural(counts.reports, "report"), plural(counts.claims, "claim"), shows].filter(Boolean);
    head.append(claimline.element("h1", "", "Claimline"), claimline.element("p", "", facts.join(" · ")));
    return head;
  }

  function placeList({ evidence }, state) {
    const label = claimline.element("label", "chooser");
    const select = document.createElement("select");
    select.append(new Option("Choose a place …", ""));
    evidence.places.forEach(({ id, label: text }) => select.append(new Option(text, id)));
    select.addEventListener("change", () => state.set({ place: select.value }));
    label.append(claimline.element("span", "unseen", "Place"), select);
    return { label, select };
  }

  /** The evidence in force on a day; `chapters` start on ascending days. */
  function evidenceOn({ evidence, runs, styles, days }, place, day, look) {
    const record = evidence.places.find(({ id }) => id === place);
    if (!record) return null;
    const { about, silent } = evidence.looks[look];
    const chapters = about[place] || evidence.looks[0].about[place];
    const chapter = chapters ? chapters.filter(({ from }) => from <= day).pop() : silent;
    return {
      ...record,
      ...chapter,
      chapter,
      headline: evidence.texts[chapter.headline],
      account: evidence.texts[chapter.account],
      strip: { days, day, run: runs[place] || [], styles },
      groups: chapter.groups.map((group) => ({ ...group, items: group.items.map((number) => evidence.items[number]) })),
    };
  }

  Object.assign(claimline, { createPanel });
})(globalThis.claimline = globalThis.claimline || {});
