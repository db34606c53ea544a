// How to read the map, in the app.

export default function guide({ data, parentElement }) {
  globalThis.claimline.fillGuide(parentElement.querySelector(".guide"), data);
}
