// The instrument: slider, play and pause, loop, steps, speed, date, and the day in words.
(function (claimline) {
  "use strict";

  const WEEK = 7;

  const clamp = (day, model) => Math.max(0, Math.min(model.days - 1, day));
  const byId = (id) => document.getElementById(id);

  /** Tie the instrument to the state. `describe(day)` gives the summary of a day in words. */
  function createTimeline(model, calendar, state, describe) {
    const slider = byId("slider");
    slider.max = model.days - 1;
    const histogram = claimline.createHistogram(byId("histogram"), model);

    const go = (day) => state.set({ day: clamp(day, model), playing: false });
    const step = (days) => go(state.get().day + days);
    const player = claimline.createPlayer(model, state, Number(byId("speed").value));
    const showDate = claimline.createDateField(model, calendar, go);
    const showChanges = claimline.createChanges(model, calendar, state, go);
    const toggle = () => state.set(player.start());

    slider.addEventListener("input", () => go(Number(slider.value)));
    byId("back").addEventListener("click", () => step(-1));
    byId("forward").addEventListener("click", () => step(1));
    byId("play").addEventListener("click", toggle);
    byId("loop").addEventListener("click", () => state.set({ loop: !state.get().loop }));
    byId("speed").addEventListener("change", () => player.pace(Number(byId("speed").value)));
    document.addEventListener("keydown", keys({ step, go, toggle, last: model.days - 1 }));

    function show({ day, playing, loop }) {
      const summary = describe(day);
      slider.value = day;
      slider.setAttribute("aria-valuetext", `${calendar.long(day)}: ${summary}`);
      slider.style.setProperty("--done", `${(100 * day) / Math.max(1, model.days - 1)}%`);
      byId("day").textContent = calendar.short(day);
      byId("summary").textContent = summary;
      byId("back").disabled = day === 0;
      byId("forward").disabled = day === model.days - 1;
      if (!playing) byId("announce").textContent = `${calendar.long(day)}: ${summary}`;
      showPlaying(playing);
      byId("loop").setAttribute("aria-pressed", String(loop));
      showDate(day);
      showChanges();
      histogram.show(day);
    }

    state.watch((now, before) => {
      if (now.playing !== before.playing) player.run(now.playing);
      show(now);
    });
    new ResizeObserver(() => {
      histogram.draw();
      histogram.show(state.get().day);
    }).observe(byId("histogram"));
    show(state.get());
  }

  function showPlaying(playing) {
    byId("play").setAttribute("aria-pressed", String(playing));
    byId("play").setAttribute("aria-label", playing ? "Pause" : "Play the days");
    byId("play").classList.toggle("playing", playing);
  }

  /** Keys that work everywhere on the page, except where a field needs them itself. */
  function keys({ step, go, toggle, last }) {
    const actions = {
      ArrowLeft: () => step(-1), ArrowDown: () => step(-1), ArrowRight: () => step(1), ArrowUp: () => step(1),
      PageDown: () => step(-WEEK), PageUp: () => step(WEEK), Home: () => go(0), End: () => go(last), " ": toggle,
    };
    return (event) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (event.defaultPrevented || !plain || isOwnKey(event) || !actions[event.key]) return;
      event.preventDefault();
      actions[event.key]();
    };
  }

  /** Whether the field or button that has the focus needs the key itself. */
  function isOwnKey({ key, target: { tagName, type } }) {
    if (key === " ") return ["BUTTON", "SUMMARY", "INPUT", "SELECT", "TEXTAREA"].includes(tagName) && type !== "range";
    return ["SELECT", "TEXTAREA"].includes(tagName) || (tagName === "INPUT" && type !== "range");
  }

  Object.assign(claimline, { createTimeline });
})(globalThis.claimline = globalThis.claimline || {});
