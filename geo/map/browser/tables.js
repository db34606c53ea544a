// Reads lists of days that were sent as text: `geo/map/day_text.py` writes them and tells how.
(function (claimline) {
  "use strict";

  const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const BITS = 5;
  const MORE = 1 << BITS;
  const DIGITS = new Uint8Array(128);
  [...LETTERS].forEach((letter, digit) => { DIGITS[letter.charCodeAt(0)] = digit; });

  /** The numbers of a text; at every `stride`-th place, from the first on, stands how far a day is from the one before. */
  function readDays(text, stride) {
    const numbers = [];
    let day = 0;
    let number = 0;
    let shift = 0;
    for (let i = 0; i < text.length; i += 1) {
      const digit = DIGITS[text.charCodeAt(i)];
      number |= (digit & (MORE - 1)) << shift;
      shift += BITS;
      if (digit >= MORE) continue;
      if (numbers.length % stride === 0) {
        day += number;
        number = day;
      }
      numbers.push(number);
      number = 0;
      shift = 0;
    }
    return numbers;
  }

  /** Tables, or a model that has them, with the days of `runs` and `fights` as numbers. */
  function readTables(sent) {
    const runs = Object.entries(sent.runs).map(([place, text]) => [place, readDays(text, 2)]);
    const fights = sent.fights.map((fight) => ({ ...fight, days: readDays(fight.days, 1) }));
    return { ...sent, runs: Object.fromEntries(runs), fights };
  }

  Object.assign(claimline, { readTables });
})(globalThis.claimline = globalThis.claimline || {});
