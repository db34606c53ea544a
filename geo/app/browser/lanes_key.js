// Key of the timeline, in the looks of the map.

export default function lanesKey({ data, parentElement }) {
  const { element, applyPaint } = globalThis.claimline;
  const rows = data.rows.map(({ label, paint }) => {
    const row = element("li");
    const look = element("span", "key");
    applyPaint(look, paint);
    row.append(look, element("span", "", label));
    return row;
  });
  parentElement.querySelector("ul").replaceChildren(...rows);
}
