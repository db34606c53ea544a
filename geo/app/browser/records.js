// A plain list of records: what was read, what could not be placed. All text is set as text.

export default function records({ data, parentElement }) {
  const { element } = globalThis.claimline;
  const root = parentElement.querySelector(".records");
  if (!data.rows.length) {
    root.replaceChildren(element("p", "none", data.none));
    return;
  }
  const head = element("tr");
  head.append(...data.columns.map((name) => element("th", "", name)));
  const rows = data.rows.map((row) => {
    const made = element("tr");
    made.append(...row.map((text, i) => cell(element, data.columns[i], text)));
    return made;
  });
  const table = element("table");
  table.append(element("thead"), element("tbody"));
  table.tHead.append(head);
  table.tBodies[0].append(...rows);
  root.replaceChildren(table);
}

function cell(element, column, text) {
  const made = element("td");
  made.dataset.column = column;
  made.append(element("span", "", text));
  return made;
}
