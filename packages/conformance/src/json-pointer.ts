/** What stands at a path, or that nothing does. */
export type Pointed = { readonly found: true; readonly value: unknown } | { readonly found: false };

/**
 * The member of a value at a JSON Pointer (RFC 6901). Only own members count, so that `/constructor` finds nothing.
 *
 * @returns the value, or `found: false` where the path leads nowhere
 * @example
 * ```js
 * pointTo({ steps: [{ rate: 0.25 }] }, "/steps/0/rate"); // => { found: true, value: 0.25 }
 * pointTo({ steps: [] }, "/steps/0"); // => { found: false }
 * ```
 */
export function pointTo(value: unknown, path: string): Pointed {
  if (path === "") return { found: true, value };
  let inner = value;
  for (const token of path.slice(1).split("/")) {
    const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, key)) return { found: false };
    if (Array.isArray(inner) && !/^(0|[1-9]\d*)$/.test(key)) return { found: false };
    inner = (inner as Readonly<Record<string, unknown>>)[key];
  }
  return { found: true, value: inner };
}
