// Shows the map page in a sandboxed frame and carries choices between it and the app.
// The frame has no origin of its own: nothing in it can reach this page except by the messages read here.

const CHOSEN = "claimline:chosen"; // raised on the document by the evidence panel
const bound = new WeakMap();

export default function mapFrame({ data, parentElement, setStateValue }) {
  const frame = parentElement.querySelector("iframe");
  if (frame.dataset.version !== data.version) {
    frame.dataset.version = data.version;
    frame.srcdoc = data.page;
  }
  if (!bound.has(frame)) bound.set(frame, connect(frame));
  bound.get(frame).report = (choice) => setStateValue("choice", choice);
  return () => {
    bound.get(frame)?.close();
    bound.delete(frame);
  };
}

function connect(frame) {
  const link = { report: () => {}, place: null, close: () => {} };
  const send = () => {
    if (link.place !== null) frame.contentWindow.postMessage({ source: "claimline-app", place: link.place }, "*");
  };
  const hear = ({ source, data }) => {
    if (source !== frame.contentWindow || !data || data.source !== "claimline-map") return;
    if (data.ready) send();
    else link.report({ day: data.day, place: data.place });
  };
  const chosen = ({ detail }) => {
    link.place = detail;
    send();
  };
  window.addEventListener("message", hear);
  document.addEventListener(CHOSEN, chosen);
  link.close = () => {
    window.removeEventListener("message", hear);
    document.removeEventListener(CHOSEN, chosen);
  };
  return link;
}
