// A plain list of records: what was read, what could not be placed. All text is set as text. In the column `opens`,
// where there is one, the text is a link that asks for what the row is about.

export default function records({ data, parentElement, setTriggerValue }) {
  const { element } = globalThis.claimline;
  const root = parentElement.querySelector(".records");
  if (!data.rows.length) {
    root.replaceChildren(element("p", "none", data.none));
    return;
  }
  const head = element("tr");
  head.append(...data.columns.map((name) => element("th", "", name)));
  const rows = data.rows.map((row, number) => {
    const made = element("tr");
    const open = () => setTriggerValue("open", number);
    made.append(...row.map((text, i) => cell(element, data.columns[i], text, i === data.opens ? open : null)));
    return made;
  });
  const table = element("table");
  table.append(element("thead"), element("tbody"));
  table.tHead.append(head);
  table.tBodies[0].append(...rows);
  root.replaceChildren(table);
}

function cell(element, column, text, open) {
  const made = element("td");
  const shown = element(open ? "button" : "span", "", text);
  made.dataset.column = column;
  if (open) {
    shown.type = "button";
    shown.addEventListener("click", open);
  }
  made.append(shown);
  return made;
}
