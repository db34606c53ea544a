// The evidence of a file that stands alone, made of numbers (geo/map/chapters.py) into what the app gets from Python.
(function (claimline) {
  "use strict";

  /**
   * Open the evidence of a model. `on(place, day, look, weighed)` is what the panel shows, `cut(report, start, end)` a
   * report to read; `weighed` asks how many districts hang on one source as well.
   */
  function openEvidence({ places, looks, items, groups, texts, reports, marked }, model) {
    const byId = new Map(places.map((place) => [place.id, place]));
    const districts = places.filter(({ district }) => district).map(({ id }) => id);
    const points = new Map(); // code points of the reports that were read so far

    function textOf(number) {
      if (!points.has(number)) points.set(number, Array.from(reports[number].text));
      return points.get(number);
    }
    const piece = (number, from, to) => textOf(number).slice(from, to).join("");

    function chapterOn(place, day, look) {
      const { about, silent } = looks[look];
      const chapters = about[place] || looks[0].about[place] || silent;
      return chapters[claimline.countBy(chapters, ([from]) => from <= day) - 1];
    }

    function item([report, start, before, marks, after, badges, facts, doubt, source, quote]) {
      const edges = [0, before, before + marks, before + marks + after];
      const all = quote ? Array.from(texts[quote]) : null;
      const part = (i) => (all ? all.slice(edges[i], edges[i + 1]).join("") : piece(report, start + edges[i], start + edges[i + 1]));
      return {
        before: part(0), marked: part(1), after: part(2), badges: badges.map((number) => texts[number]),
        facts: facts.map((number) => texts[number]), doubt: texts[doubt], source: texts[source],
        report: quote ? null : report, start, end: start + edges[3],
      };
    }

    function group([heading, colour, told]) {
      const found = [];
      for (let i = 0; i < told.length; i += 3) {
        found.push({ ...item(items[told[i]]), deed: texts[told[i + 1]], copies: told[i + 2] });
      }
      return { heading: texts[heading], colour, items: found };
    }

    /** How many districts hang on one source on a day, and how many have a state. */
    function fragile(day, look) {
      const known = districts.filter((id) => claimline.codeOn(model.runs[id], day));
      const hanging = known.filter((id) => chapterOn(id, day, look)[3]);
      return { count: hanging.length, known: known.length };
    }

    return {
      places,
      on(place, day, look, weighed) {
        if (!byId.has(place)) return null;
        const chapter = chapterOn(place, day, look);
        const [, headline, account, , changes, numbers] = chapter;
        return {
          ...byId.get(place), chapter, headline: texts[headline], account: texts[account],
          changes: changes.map((number) => texts[number]), fragile: weighed ? fragile(day, look) : null,
          strip: { days: model.days, day, run: model.runs[place] || [], styles: model.styles },
          groups: numbers.map((number) => group(groups[number])),
        };
      },
      cut(number, start, end) {
        const { title, source, marks } = reports[number];
        const cut = (from, to) => claimline.pieces(textOf(number), marks, from, to);
        const told = { before: cut(0, start), marked: cut(start, end), after: cut(end, textOf(number).length) };
        return { title, source, ...told, unmarked: !marked };
      },
    };
  }

  Object.assign(claimline, { openEvidence });
})(globalThis.claimline = globalThis.claimline || {});
