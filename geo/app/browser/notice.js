// A few plain sentences for the person. All text is set as text.

export default function notice({ data, parentElement }) {
  const { element } = globalThis.claimline;
  const root = parentElement.querySelector(".notice");
  root.replaceChildren(...data.lines.map((line) => element("p", "", line)));
}
