// The evidence panel in the app: draws what Python sends, hands the map's choices to Python, and tells the map which
// place is shown.

const PICKED = "claimline:picked";
const CHOSEN = "claimline:chosen";
const listeners = new WeakMap();

export default function evidencePanel({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".evidence");
  const before = listeners.get(root);
  if (before) document.removeEventListener(PICKED, before);
  const picked = ({ detail }) => setStateValue("choice", detail);
  listeners.set(root, picked);
  document.addEventListener(PICKED, picked);

  if (root.dataset.place !== data.place) root.scrollTop = 0;
  root.dataset.place = data.place;
  globalThis.claimline.renderEvidence(root, data.evidence);
  document.dispatchEvent(new CustomEvent(CHOSEN, { detail: data.place }));
  return () => document.removeEventListener(PICKED, picked);
}
