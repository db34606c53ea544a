// Day numbers, their words, and what is in force on a day. Everything is UTC: a day has no time zone here.
(function (claimline) {
  "use strict";

  const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  const DAY_MS = 86400000;

  /** The calendar of a map whose day 0 is the ISO date `start`. */
  function calendar(start) {
    const zero = Date.parse(start + "T00:00:00Z");
    const parts = (day) => {
      const date = new Date(zero + day * DAY_MS);
      return { day: date.getUTCDate(), month: MONTHS[date.getUTCMonth()], year: date.getUTCFullYear() };
    };
    return {
      iso: (day) => new Date(zero + day * DAY_MS).toISOString().slice(0, 10),
      number: (iso) => Math.round((Date.parse(iso + "T00:00:00Z") - zero) / DAY_MS),
      /** "25 Aug 2021" */
      short: (day) => { const p = parts(day); return `${p.day} ${p.month.slice(0, 3)} ${p.year}`; },
      /** "25 August 2021" */
      long: (day) => { const p = parts(day); return `${p.day} ${p.month} ${p.year}`; },
    };
  }

  const NAMED = /^(\d{1,2})\.? +([a-z]{3,9})\.? +(\d{4})$/; // "25 Aug 2021", "25 august 2021"
  const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

  /** Day number of a day as people type it, "25 Aug 2021" or "2021-08-25"; null where it is none. */
  function readDay(text, { iso, number }) {
    const plain = text.trim().toLowerCase();
    const [, day, name, year] = NAMED.exec(plain) || [];
    const month = name ? MONTHS.findIndex((each) => each.toLowerCase().startsWith(name)) + 1 : 0;
    const two = (count) => String(count).padStart(2, "0");
    const written = month ? `${year}-${two(month)}-${two(day)}` : plain;
    if (!ISO.test(written)) return null;
    const found = number(written);
    return Number.isInteger(found) && iso(found) === written ? found : null; // not 31 June
  }

  /** How many entries of a list pass a test that all entries up to some one pass, and none after it. */
  function countBy(list, passes, stride = 1) {
    let low = 0;
    let high = list.length / stride;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (passes(list[stride * middle])) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** How many days at the even places of `[day, x, day, x, …]` (all places, with `stride` 1) are `day` or before it. */
  const countUpTo = (list, day, stride) => countBy(list, (each) => each <= day, stride);

  /** The code in force on a day, from `[day, code, day, code, …]` in ascending days; 0 before the first. */
  function codeOn(run, day) {
    const count = run ? countUpTo(run, day, 2) : 0;
    return count ? run[2 * count - 1] : 0;
  }

  /** Whether a day lies in one of the half-open spans `[start, end, start, end, …]`. */
  const within = (spans, day) => countUpTo(spans, day, 1) % 2 === 1;

  Object.assign(claimline, { calendar, readDay, codeOn, countBy, within });
})(globalThis.claimline = globalThis.claimline || {});
