// What this map is made of, under the product's name.

export default function facts({ data, parentElement }) {
  globalThis.claimline.setText(parentElement.querySelector("p"), data.facts);
}
