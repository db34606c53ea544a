// Unpacks what a file carries deflated: text of many reports is a tenth of its size, and the map is drawn before it.
(function (claimline) {
  "use strict";

  /** What a `script` element holds as deflated JSON in base64. @returns {Promise<object>} */
  async function unpack(script) {
    if (!globalThis.DecompressionStream) throw new Error("This browser is too old to unpack them. Open the file in a newer one.");
    await new Promise((done) => { setTimeout(done); }); // the map comes first
    const letters = atob(script.textContent);
    const bytes = new Uint8Array(letters.length);
    for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  }

  Object.assign(claimline, { unpack });
})(globalThis.claimline = globalThis.claimline || {});
