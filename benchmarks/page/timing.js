// Measures inside a page. Times are milliseconds.
({
  /** Move the slider day by day. `work` is script, style, layout and paint; `frame` lasts until the frame is made. */
  async slide({ selector, from, steps }) {
    const slider = document.querySelector(selector);
    return this.each(steps, (i) => {
      slider.value = from + i;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
    });
  },

  /** Press a button once a step. */
  async press({ selector, steps }) {
    const button = document.querySelector(selector);
    return this.each(steps, () => button.click());
  },

  async each(steps, act) {
    const found = { script: [], work: [], frame: [] };
    for (let i = 0; i < steps; i += 1) {
      await this.painted();
      const start = performance.now();
      act(i);
      const acted = performance.now();
      const { began, ended } = await this.painted();
      found.script.push(acted - start);
      found.work.push(acted - start + ended - began);
      found.frame.push(ended - start);
    }
    return found;
  },

  /** The next frame: when its callbacks began, and when style, layout and paint were done. */
  painted() {
    return new Promise((done) => {
      requestAnimationFrame(() => {
        const began = performance.now();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done({ began, ended: performance.now() });
        port2.postMessage(0);
      });
    });
  },

  /** Remember when the next event of a type reaches this document, in a time that all documents share. */
  mark(type) {
    document.addEventListener(type, () => { window.marked = performance.timeOrigin + performance.now(); },
      { capture: true, once: true });
  },

  /** The time at which `read()` first gives something else than it does now. */
  watch(read) {
    const before = read();
    window.seen = new Promise((done) => {
      const look = () => {
        const now = read();
        if (now && now !== before) done(performance.timeOrigin + performance.now());
        else setTimeout(look, 1);
      };
      look();
    });
  },

  /** A spot of the element that nothing covers, from its corner; null where it is hidden. */
  spot(element) {
    const box = element.getBoundingClientRect();
    for (let i = 1; i < 16; i += 1) for (let j = 1; j < 16; j += 1) {
      const x = (box.width * i) / 16, y = (box.height * j) / 16;
      if (document.elementFromPoint(box.left + x, box.top + y) === element) return { x, y };
    }
    return null;
  },
})
