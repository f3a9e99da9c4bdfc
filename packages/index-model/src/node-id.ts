/** What a node id looks like: it must read as a name in formulas, spreadsheets and databases alike. */
export const nodeIdPattern = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/;

const rawSuffix = ".raw";

/** Name under which formulas read the raw value of a leaf. */
export function rawName(id: string): string {
  return `${id}${rawSuffix}`;
}

/** Name of the capped raw value of a leaf, an intermediate step of its normalisation. */
export function cappedName(id: string): string {
  return `${id}.capped`;
}

/** The node that a name in a formula reads, and whether it reads the raw value. */
export function readName(name: string): { readonly node: string; readonly raw: boolean } {
  return name.endsWith(rawSuffix)
    ? { node: name.slice(0, -rawSuffix.length), raw: true }
    : { node: name, raw: false };
}
