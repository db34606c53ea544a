// The evidence panel in the app: draws what Python sends, and tells the map which place it shows.

export default function evidencePanel({ data, parentElement }) {
  const root = parentElement.querySelector(".evidence");
  globalThis.claimline.renderEvidence(root, data.evidence);
  document.dispatchEvent(new CustomEvent("claimline:chosen", { detail: data.place }));
}
