// The evidence panel in the app: draws what Python sends, hands the map's choices to Python, and tells the map what
// was chosen elsewhere on the page.

const PICKED = "claimline:picked";
const panels = new WeakMap();

export default function evidencePanel({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".evidence");
  const panel = panels.get(root) || { turn: 0, place: null, day: null, since: "", weighed: false, called: 0 };
  panels.set(root, panel);
  document.removeEventListener(PICKED, panel.hear);
  const say = (more) => {
    panel.turn += 1;
    const { place, day, since, turn, weighed } = panel;
    setStateValue("choice", { place, day, since, turn, weighed, ...more });
  };
  panel.hear = ({ detail }) => {
    Object.assign(panel, detail);
    say();
  };
  document.addEventListener(PICKED, panel.hear);

  if (root.dataset.place !== data.place) root.scrollTop = 0;
  root.dataset.place = data.place;
  const weigh = (open) => {
    panel.weighed = open;
    say();
  };
  const acts = { choose: (place) => say({ place }), open: (span) => say({ open: span }), weigh };
  if (data.report) globalThis.claimline.renderReport(root, data.report, () => say());
  else globalThis.claimline.renderEvidence(root, data.evidence, acts);
  if (data.called > panel.called) root.scrollIntoView({ block: "nearest" }); // asked for from below the map
  panel.called = data.called;
  if (data.turn === panel.turn) tell(panel, data); // else the answer to an earlier choice: the map is ahead of it
  return () => document.removeEventListener(PICKED, panel.hear);
}

/** Tell the map what has become different from what it last said or heard. */
function tell(panel, data) {
  const news = {};
  ["place", "day", "since"].forEach((name) => {
    if (data[name] !== panel[name]) news[name] = data[name];
  });
  Object.assign(panel, news);
  if (Object.keys(news).length) globalThis.claimline.tellMap(news);
}
