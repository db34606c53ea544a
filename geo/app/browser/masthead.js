// The line at the top of the page: the product, and what this map is about.

export default function masthead({ data, parentElement }) {
  const facts = parentElement.querySelector("p");
  globalThis.claimline.setText(facts, data.facts);
}
