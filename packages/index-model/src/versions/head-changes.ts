import { canonicalJson } from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import type { ChangeClass, DefinitionChange } from "./definition-diff.js";
import { type Difference, differencesOf } from "./differences-of.js";
import { viewPrint } from "./published-figures.js";
import { sayChange } from "./say-change.js";
import { referring } from "./semantic-members.js";
import type { TwoDefinitions } from "./two-definitions.js";

/** Members of a document that only add to what is told, so that a new one changes no figure that stood before. */
const additive = new Set(["grades", "rollups", "ranking"]);

/** The changes outside the nodes. A member that is not known here can change a score, for all that anyone can tell. */
export function headChanges(two: TwoDefinitions): readonly DefinitionChange[] {
  const { a, b, newName } = two;
  const before: Readonly<Record<string, unknown>> = { ...a };
  const after: Readonly<Record<string, unknown>> = { ...b };
  const found: DefinitionChange[] = [];
  const tell = (to: ChangeClass, { wording, ...difference }: Difference) => {
    const change = { class: wording ? "editorial" : to, ...difference } as const;
    found.push({ ...change, message: sayChange(change) });
  };
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (key === "version" || key === "nodes") continue;
    if (key === "outputs") {
      for (const [to, difference] of outputChanges(two)) tell(to, difference);
      continue;
    }
    const old = Object.hasOwn(before, key) ? referring(before[key], key, a, newName) : undefined;
    const differences = differencesOf({ [key]: old }, { [key]: after[key] }, []);
    for (const difference of differences) tell(classOf(two, key, difference), difference);
  }
  return found;
}

/** Views whose groups can come to other values, or have lost one. */
function changedViews({ a, b, prints }: TwoDefinitions): ReadonlySet<string> {
  const both = Object.keys(a.views ?? {}).filter((id) => hasView(b, id));
  return new Set(both.filter((id) => viewPrint(a, id, prints.a) !== viewPrint(b, id, prints.b)));
}

/** Tags that a changed view reads, before or after: only these can move a leaf to another group of a view that stood before. */
export function changedTags(two: TwoDefinitions): ReadonlySet<string> {
  const tags = [...changedViews(two)].flatMap((id) => [two.a.views?.[id]?.tag, two.b.views?.[id]?.tag]);
  return new Set(tags.filter((tag) => tag !== undefined));
}

function classOf(two: TwoDefinitions, key: string, { kind, path }: Difference): ChangeClass {
  if (key === "root") {
    const print = (side: "a" | "b") => two.prints[side].get(two[side].root);
    return print("a") === print("b") ? "compatible" : "breaking";
  }
  if (key === "views") {
    if (path.length < 3) return kind === "added" ? "compatible" : "breaking";
    if (path[2] === "groups" && kind === "added") return "compatible";
    return changedViews(two).has(String(path[1])) ? "breaking" : "compatible";
  }
  // The digest of the document as written moves with its wording; what it expands to is compared by itself.
  if (key === "expandedFrom") return "editorial";
  if (key === "calibration")
    return path.length === 1 || (path[1] === "nodes" && !path.includes("diagnostics"))
      ? "breaking"
      : "compatible";
  return additive.has(key) && path.length === 1 && kind === "added" ? "compatible" : "breaking";
}

function outputChanges({ a, b, newName }: TwoDefinitions): readonly (readonly [ChangeClass, Difference])[] {
  const [old, now] = [(a.outputs ?? []).map(newName), b.outputs ?? []];
  const place = (kind: Difference["kind"], rest: Partial<Difference>): Difference => ({
    kind,
    path: ["outputs"],
    wording: false,
    ...rest,
  });
  const changes: (readonly [ChangeClass, Difference])[] = [
    ...old
      .filter((id) => !now.includes(id))
      .map((id) => ["breaking", place("removed", { before: id })] as const),
    ...now
      .filter((id) => !old.includes(id))
      .map((id) => ["compatible", place("added", { after: id })] as const),
  ];
  const order = (list: readonly string[], other: readonly string[]) =>
    list.filter((id) => other.includes(id));
  if (canonicalJson(order(old, now)) !== canonicalJson(order(now, old)))
    changes.push(["editorial", place("reordered", { before: old, after: now })]);
  return changes;
}

function hasView(definition: IndexDefinition, id: string): boolean {
  return Object.hasOwn(definition.views ?? {}, id);
}
