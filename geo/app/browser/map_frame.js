// Shows the map page in a sandboxed frame and carries choices between it and the rest of the page.
// The frame has no origin of its own: nothing in it can reach this page except by the messages read here.

const PICKED = "claimline:picked"; // raised here on the document: {day, place, since} as the map sent them
const CHOSEN = "claimline:chosen"; // raised by other parts: any of place, day, since, tables, to be shown on the map
const links = new WeakMap();

export default function mapFrame({ data, parentElement }) {
  const frame = parentElement.querySelector("iframe");
  if (!links.has(frame)) links.set(frame, connect(frame));
  if (frame.dataset.version !== data.version) {
    frame.dataset.version = data.version;
    frame.srcdoc = data.page;
  }
  return () => {
    links.get(frame)?.();
    links.delete(frame);
  };
}

/** @returns {function(): void} ends the connection. */
function connect(frame) {
  const { told } = globalThis.claimline; // what a page that is loaded anew has to be told
  const send = (news) => frame.contentWindow?.postMessage({ source: "claimline-app", ...news }, "*");
  const hear = ({ source, data }) => {
    if (!source || source !== frame.contentWindow || !data || data.source !== "claimline-map") return;
    if (data.ready) {
      send(told);
      return;
    }
    const picked = { day: data.day, place: data.place, since: data.since };
    Object.assign(told, picked);
    document.dispatchEvent(new CustomEvent(PICKED, { detail: picked }));
  };
  const chosen = ({ detail }) => send(detail);
  window.addEventListener("message", hear);
  document.addEventListener(CHOSEN, chosen);
  return () => {
    window.removeEventListener("message", hear);
    document.removeEventListener(CHOSEN, chosen);
  };
}
