// Unpacks what a file carries deflated: text of many reports is a tenth of its size, and the map is drawn before it.
(function (claimline) {
  "use strict";

  /** What a `script` element holds as deflated JSON in base64. @returns {Promise<object>} */
  async function unpack(script) {
    if (!globalThis.DecompressionStream) throw new Error("This browser is too old to unpack them. Open the file in a newer one.");
    const bytes = Uint8Array.from(atob(script.textContent), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  }

  Object.assign(claimline, { unpack });
})(globalThis.claimline = globalThis.claimline || {});
