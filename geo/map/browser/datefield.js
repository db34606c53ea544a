// The date as a field: type an exact day, or pick it from the browser's own calendar. It reads "25 Aug 2021" wherever
// the reader is, as every date of the page does; a browser's own date field would have the order of its country.
(function (claimline) {
  "use strict";

  const byId = (id) => document.getElementById(id);

  /** Tie field and calendar to the state; `go(day)` shows a day. @returns {function(number)} shows a day in both. */
  function createDateField(model, calendar, go) {
    const field = byId("date");
    const picker = byId("pick");
    picker.min = calendar.iso(0);
    picker.max = calendar.iso(model.days - 1);
    let shown = 0;
    // A half-typed year can be a day of long ago: a day outside the map is taken only once typing has ended.
    const typed = () => claimline.readDay(field.value, calendar);
    const inside = (day) => day !== null && day >= 0 && day < model.days;
    const write = () => { field.value = calendar.short(shown); };
    const take = () => {
      if (typed() !== null) go(typed());
      write();
    };
    field.addEventListener("input", () => { if (inside(typed())) go(typed()); });
    field.addEventListener("blur", take);
    field.addEventListener("keydown", ({ key }) => { if (key === "Enter") take(); });
    field.addEventListener("focus", () => field.select());
    picker.addEventListener("change", () => { if (picker.value) go(calendar.number(picker.value)); });
    return (day) => {
      shown = day;
      picker.value = calendar.iso(day);
      if (document.activeElement !== field || (inside(typed()) && typed() !== day)) write();
    };
  }

  Object.assign(claimline, { createDateField });
})(globalThis.claimline = globalThis.claimline || {});
