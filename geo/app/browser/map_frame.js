// Shows the map page in a sandboxed frame and carries choices between it and the rest of the page.
// The frame has no origin of its own: nothing in it can reach this page except by the messages read here.

const PICKED = "claimline:picked"; // raised here on the document: {day, place} as the map sent them
const CHOSEN = "claimline:chosen"; // raised by the evidence panel: the place that it shows
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
  let place = null;
  const send = () => {
    if (place !== null) frame.contentWindow?.postMessage({ source: "claimline-app", place }, "*");
  };
  const hear = ({ source, data }) => {
    if (!source || source !== frame.contentWindow || !data || data.source !== "claimline-map") return;
    if (data.ready) send();
    else document.dispatchEvent(new CustomEvent(PICKED, { detail: { day: data.day, place: data.place } }));
  };
  const chosen = ({ detail }) => {
    place = detail;
    send();
  };
  window.addEventListener("message", hear);
  document.addEventListener(CHOSEN, chosen);
  return () => {
    window.removeEventListener("message", hear);
    document.removeEventListener(CHOSEN, chosen);
  };
}
