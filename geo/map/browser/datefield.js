// The date as a field: type or pick an exact day of the map.
(function (claimline) {
  "use strict";

  /** Tie the field to the state; `go(day)` shows a day. @returns {function(number)} shows a day in the field. */
  function createDateField(field, model, calendar, go) {
    field.min = calendar.iso(0);
    field.max = calendar.iso(model.days - 1);
    let shown = 0;
    // A half-typed year is a valid date of long ago: a day outside the map is taken only once typing has ended.
    const inside = () => Boolean(field.value) && field.value >= field.min && field.value <= field.max;
    field.addEventListener("input", () => { if (inside()) go(calendar.number(field.value)); });
    field.addEventListener("blur", () => {
      if (field.value && !inside()) go(calendar.number(field.value));
      field.value = calendar.iso(shown);
    });
    return (day) => {
      shown = day;
      if (document.activeElement !== field || inside()) field.value = calendar.iso(day);
    };
  }

  Object.assign(claimline, { createDateField });
})(globalThis.claimline = globalThis.claimline || {});
