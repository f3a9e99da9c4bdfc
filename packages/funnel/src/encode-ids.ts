import { CxMetricsError, describeValue } from "@cxmetrics/definition";
import { expectColumn } from "./expect-column.js";
import { badId } from "./problems.js";

/** Ids as small numbers: `names[codes[i]]` is the i-th id. */
export interface EncodedIds {
  readonly codes: Uint32Array;
  /** The distinct ids in order of first appearance. */
  readonly names: readonly (string | number)[];
}

/** The code of a value that names nobody: `null`, `undefined` or `NaN`. */
export const noCode = 0xffff_ffff;

/**
 * Gives each distinct id a small number, in order of first appearance (dictionary encoding). Ids are compared as given:
 * the number 1 and the text "1" are two. Encode once and tally many funnels: texts are looked up for each tally, codes are
 * not.
 *
 * @param values ids, an array or a typed array
 * @throws `CxMetricsError` `ids.not-an-id` for `null`, `NaN`, dates and anything else that is no id; `events.not-events`
 * @example
 * ```ts
 * const { codes, names } = encodeIds(["ann", "bo", "ann", 7]);
 * [...codes]; // => [0, 1, 0, 2]
 * names; // => ["ann", "bo", 7]
 * ```
 */
export function encodeIds(values: ArrayLike<string | number>): EncodedIds {
  const ids = expectColumn(values, ["values"]);
  const { codes, names, missing } = encode(ids, (found, row) => {
    throw new CxMetricsError(badId, { path: ["values", row], values: { found: describeValue(found) } });
  });
  if (missing > 0) {
    const row = codes.indexOf(noCode);
    throw new CxMetricsError(badId, { path: ["values", row], values: { found: describeValue(ids[row]) } });
  }
  return { codes, names };
}

/** The same, with `noCode` for a value that names nobody. */
export function encode(
  values: ArrayLike<unknown>,
  refuse: (found: unknown, row: number) => never,
): EncodedIds & { readonly missing: number } {
  const codes = new Uint32Array(values.length);
  const names: (string | number)[] = [];
  const codeOf = new Map<unknown, number>();
  let missing = 0;
  let last: unknown;
  let lastCode = noCode;
  for (let row = 0; row < values.length; row++) {
    const id = values[row];
    // Rows of one actor mostly stand together, and then need no look-up.
    if (id !== last || lastCode === noCode) {
      last = id;
      lastCode = codeOf.get(id) ?? noCode;
      if (lastCode === noCode && id !== null && id !== undefined && !Number.isNaN(id)) {
        if (typeof id === "string") lastCode = names.push(id) - 1;
        // The sum turns −0 into 0, which is the same id.
        else if (typeof id === "number" && Number.isFinite(id)) lastCode = names.push(id + 0) - 1;
        else refuse(id, row);
        codeOf.set(id, lastCode);
      }
    }
    codes[row] = lastCode;
    if (lastCode === noCode) missing++;
  }
  return { codes, names, missing };
}
