// Claims per day as bars over the slider: past days dark, days to come light.
(function (claimline) {
  "use strict";

  const PAST = "#8A8273";
  const AHEAD = "#CFC6B6";
  const WIDEST = 26; // px
  const THUMB = 18; // px: the slider's first and last position lie half of it inside

  /** @returns {function(number)} draws the bars for a chosen day. */
  function createHistogram(canvas, model) {
    let claims = [];
    let highest = 1;
    let filled = [];

    function read() {
      if (claims === model.claims) return;
      claims = model.claims;
      highest = Math.max(1, ...claims);
      filled = claims.flatMap((count, day) => (count ? [day] : []));
    }

    return (chosen) => {
      read();
      const { width, height } = canvas.getBoundingClientRect();
      const scale = window.devicePixelRatio || 1;
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      const pen = canvas.getContext("2d");
      pen.scale(scale, scale);
      const step = (width - THUMB) / Math.max(1, claims.length - 1);
      const bar = Math.max(1, Math.min(WIDEST, step - (step > 4 ? 2 : 0)));
      filled.forEach((day) => {
        const tall = Math.max(3, (claims[day] / highest) * height);
        pen.fillStyle = day <= chosen ? PAST : AHEAD;
        pen.fillRect(THUMB / 2 + day * step - bar / 2, height - tall, bar, tall);
      });
    };
  }

  Object.assign(claimline, { createHistogram });
})(globalThis.claimline = globalThis.claimline || {});
