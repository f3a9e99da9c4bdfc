/** A frozen copy of plain data, through and through; members that are `undefined` are left out, as in JSON. */
export function frozenCopy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return Object.is(value, -0) ? 0 : value;
  if (Array.isArray(value)) return Object.freeze(Array.from(value, (item) => frozenCopy(item)));
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.freeze(Object.fromEntries(members.map(([key, member]) => [key, frozenCopy(member)])));
}
