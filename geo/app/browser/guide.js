// How to read the map: the words stand in guide.html; the keys get the colours of this map's own sides.

export default function guide({ data, parentElement }) {
  const { applyPaint, setText } = globalThis.claimline;
  const root = parentElement.querySelector(".guide");
  Object.entries(data.looks).forEach(([look, paint]) => applyPaint(root.querySelector(`[data-look="${look}"]`), paint));
  setText(root.querySelector(".stale"), data.stale);
}
