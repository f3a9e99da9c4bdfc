import type { Expression } from "@cxmetrics/formula";

/** A constant that differs between two formulas of one shape. */
export interface ChangedConstant {
  /** Its place, joined by `/`. */
  readonly place: string;
  readonly before: number | string;
  readonly after: number | string;
}

/** The constants in which two formulas differ; `undefined` where they differ in shape. */
export function changedConstants(
  before: Expression,
  after: Expression,
): readonly ChangedConstant[] | undefined {
  const changed: ChangedConstant[] = [];
  const same = (a: unknown, b: unknown, place: readonly (string | number)[]): boolean => {
    if (Object.is(a, b)) return true;
    if (isConstant(a) && isConstant(b)) {
      changed.push({ place: place.join("/"), before: a, after: b });
      return true;
    }
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    const [keys, others] = [Object.keys(a), Object.keys(b)];
    if (Array.isArray(a) !== Array.isArray(b) || keys.length !== others.length) return false;
    return keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        same((a as Readonly<Record<string, unknown>>)[key], (b as Readonly<Record<string, unknown>>)[key], [
          ...place,
          key,
        ]),
    );
  };
  return same(before, after, []) ? changed : undefined;
}

function isConstant(value: unknown): value is number | string {
  return typeof value === "number" || (typeof value === "string" && /^-?[\d.]+\/[\d.]+$/.test(value));
}
