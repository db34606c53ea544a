// Claims per day as bars over the slider: past days dark, days to come light.
(function (claimline) {
  "use strict";

  const COLOURS = { ahead: "#CFC6B6", past: "#8A8273" };
  const WIDEST = 26; // px
  const THUMB = 18; // px: the slider's first and last position lie half of it inside

  /**
   * All bars stand in both pictures, and a day only uncovers so much of the dark one: a step draws nothing.
   * @returns {function(number)} shows the bars for a chosen day.
   */
  function createHistogram(root, model) {
    const pictures = Object.keys(COLOURS).map((name) => [root.querySelector(`.${name}`), COLOURS[name]]);
    const past = pictures[1][0];
    let drawn = null;
    let edge = () => 0;

    function draw() {
      drawn = model.claims;
      const { width, height } = root.getBoundingClientRect();
      const step = (width - THUMB) / Math.max(1, drawn.length - 1);
      const bar = Math.max(1, Math.min(WIDEST, step - (step > 4 ? 2 : 0)));
      edge = (day) => width - (THUMB / 2 + day * step + bar / 2);
      const highest = drawn.reduce((most, count) => Math.max(most, count), 1);
      pictures.forEach(([canvas, colour]) => bars(canvas, { width, height, colour }, (pen) => drawn.forEach((count, day) => {
        const tall = Math.max(3, (count / highest) * height);
        if (count) pen.fillRect(THUMB / 2 + day * step - bar / 2, height - tall, bar, tall);
      })));
    }

    function show(day) {
      if (!drawn) return; // drawn by whoever watches its room, once there is any
      if (drawn !== model.claims) draw();
      past.style.clipPath = `inset(0 ${edge(day)}px 0 0)`;
    }
    return { show, draw };
  }

  function bars(canvas, { width, height, colour }, fill) {
    const scale = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const pen = canvas.getContext("2d");
    pen.scale(scale, scale);
    pen.fillStyle = colour;
    fill(pen);
  }

  Object.assign(claimline, { createHistogram });
})(globalThis.claimline = globalThis.claimline || {});
