import { canonicalJson } from "@cxmetrics/definition";
import { isWording } from "./wording.js";

/** One place in which two pieces of plain data differ. */
export interface Difference {
  readonly kind: "added" | "removed" | "changed" | "reordered";
  readonly path: readonly (string | number)[];
  readonly before?: unknown;
  readonly after?: unknown;
  /** Whether the place is wording: a text in two languages, or a provenance. */
  readonly wording: boolean;
}

/**
 * The places in which two pieces of plain data differ, as deep as they can be told apart. Members of a list that carry an `id` or a
 * `node` are matched by it; other lists are compared place by place when they are equally long, and as a whole when they are not.
 */
export function differencesOf(
  before: unknown,
  after: unknown,
  path: readonly (string | number)[],
  wording = false,
): readonly Difference[] {
  if (
    canonicalJson(before ?? null) === canonicalJson(after ?? null) &&
    (before === undefined) === (after === undefined)
  )
    return [];
  if (before === undefined) return [{ kind: "added", path, after, wording }];
  if (after === undefined) return [{ kind: "removed", path, before, wording }];
  if (isRecord(before) && isRecord(after)) return inRecords(before, after, path, wording);
  if (Array.isArray(before) && Array.isArray(after)) {
    const keyed = keysOf(before) && keysOf(after);
    if (keyed) return inKeyedLists(before, after, path, wording);
    if (before.length === after.length)
      return before.flatMap((item, index) => differencesOf(item, after[index], [...path, index], wording));
  }
  return [{ kind: "changed", path, before, after, wording }];
}

function inRecords(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
  wording: boolean,
): readonly Difference[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const [old, now] = [memberOf(before, key), memberOf(after, key)];
    const inWording =
      wording || ((old === undefined || isWording(key, old)) && (now === undefined || isWording(key, now)));
    // A text is told as a whole: half a translation explains nothing.
    if (inWording && key !== "provenance" && old !== undefined && now !== undefined && !wording)
      return canonicalJson(old) === canonicalJson(now)
        ? []
        : [{ kind: "changed", path: [...path, key], before: old, after: now, wording: true } as const];
    return differencesOf(old, now, [...path, key], inWording);
  });
}

function inKeyedLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly (string | number)[],
  wording: boolean,
): readonly Difference[] {
  const [old, now] = [keysOf(before) ?? [], keysOf(after) ?? []];
  const found: Difference[] = [];
  old.forEach((key, index) => {
    const at = now.indexOf(key);
    found.push(...differencesOf(before[index], after[at], [...path, at === -1 ? index : at], wording));
  });
  now.forEach((key, index) => {
    if (!old.includes(key)) found.push(...differencesOf(undefined, after[index], [...path, index], wording));
  });
  const stayed = (keys: readonly string[], others: readonly string[]) =>
    keys.filter((key) => others.includes(key));
  if (stayed(old, now).join("\n") !== stayed(now, old).join("\n"))
    found.push({ kind: "reordered", path, before: old, after: now, wording });
  return found;
}

/** The names by which the members of a list are known, when each has one of its own. */
function keysOf(list: readonly unknown[]): readonly string[] | undefined {
  const keys = list.map((item) =>
    isRecord(item) ? (memberOf(item, "node") ?? memberOf(item, "id")) : undefined,
  );
  return keys.every((key) => typeof key === "string") && new Set(keys).size === keys.length
    ? (keys as readonly string[])
    : undefined;
}

function memberOf(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
