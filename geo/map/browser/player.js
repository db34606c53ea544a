// Playing: one day after the other, once or in a loop.
(function (claimline) {
  "use strict";

  /** @returns {{run: function(boolean), start: function(): object, pace: function(number)}} */
  function createPlayer(model, state, delay) {
    let wait = delay;
    let timer = 0;

    function tick() {
      const { day, loop } = state.get();
      if (day + 1 < model.days) state.set({ day: day + 1 });
      else if (loop) state.set({ day: 0 });
      else state.set({ playing: false });
    }

    function run(playing) {
      clearInterval(timer);
      if (playing) timer = setInterval(tick, wait);
    }

    return {
      run,
      /** What pressing the button changes. */
      start() {
        const { day, playing } = state.get();
        return { playing: !playing, day: !playing && day === model.days - 1 ? 0 : day };
      },
      pace(milliseconds) {
        wait = milliseconds;
        run(state.get().playing);
      },
    };
  }

  Object.assign(claimline, { createPlayer });
})(globalThis.claimline = globalThis.claimline || {});
