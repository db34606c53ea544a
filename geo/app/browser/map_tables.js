// Hands the map the tables of the chosen basis, clock and filters; nothing means those that it was made with.

const versions = new WeakMap();

export default function mapTables({ data, parentElement }) {
  const before = versions.get(parentElement);
  versions.set(parentElement, data.version);
  if (before === data.version || (before === undefined && !data.tables)) return;
  globalThis.claimline.tellMap({ tables: data.tables });
}
