import { canonicalJson } from "@cxmetrics/definition";
import type { ChangeClass, DefinitionChange } from "./definition-diff.js";
import { differencesOf } from "./differences-of.js";
import { exactShares } from "./fraction.js";
import { sayChange } from "./say-change.js";
import { referring, type SemanticMembers, semanticMembers } from "./semantic-members.js";
import type { TwoDefinitions } from "./two-definitions.js";

/** The changes of every node: added, removed, renamed, and member by member. */
export function nodeChanges(
  two: TwoDefinitions,
  changedTags: ReadonlySet<string>,
): readonly DefinitionChange[] {
  const { a, b, renames, newName, feedsChange } = two;
  const found: DefinitionChange[] = [];
  const tell = (change: Omit<DefinitionChange, "message">, child?: string) => {
    const titleOf = (id: string | undefined) => {
      const home = [b, a].find(({ nodes }) => id !== undefined && Object.hasOwn(nodes, id));
      return home?.nodes[id ?? ""]?.title;
    };
    found.push({ ...change, message: sayChange(change, titleOf(change.node), titleOf(child)) });
  };
  const kept = new Set(Object.keys(a.nodes).map(newName));
  for (const [id, node] of Object.entries(a.nodes)) {
    const now = newName(id);
    if (!Object.hasOwn(b.nodes, now)) {
      const to = feedsChange("a", id) ? "breaking" : "compatible";
      tell({ class: to, kind: "removed", path: ["nodes", id], node: id, before: node });
      continue;
    }
    if (renames.has(id))
      tell({ class: "compatible", kind: "renamed", path: ["nodes", now], node: now, before: id, after: now });
    for (const { change, child } of membersChanged(two, id, now, changedTags)) tell(change, child);
  }
  for (const [id, node] of Object.entries(b.nodes)) {
    if (kept.has(id)) continue;
    const to = feedsChange("b", id) ? "breaking" : "compatible";
    tell({ class: to, kind: "added", path: ["nodes", id], node: id, after: node });
  }
  const stayed = Object.keys(a.nodes)
    .map(newName)
    .filter((id) => Object.hasOwn(b.nodes, id));
  const order = Object.keys(b.nodes).filter((id) => kept.has(id));
  if (stayed.join("\n") !== order.join("\n")) {
    const change = {
      class: "editorial",
      kind: "reordered",
      path: ["nodes"],
      before: stayed,
      after: order,
    } as const;
    found.push({ ...change, message: sayChange(change) });
  }
  return found;
}

interface MemberChange {
  readonly change: Omit<DefinitionChange, "message">;
  /** The child whose weight it is. */
  readonly child?: string;
}

function membersChanged(
  two: TwoDefinitions,
  id: string,
  now: string,
  changedTags: ReadonlySet<string>,
): readonly MemberChange[] {
  const { a, b, prints, newName, feedsChange } = two;
  const before: Readonly<Record<string, unknown>> = { ...a.nodes[id] };
  const after: Readonly<Record<string, unknown>> = { ...b.nodes[now] };
  const meaning = { a: semanticMembers(a, id, newName), b: semanticMembers(b, now, (node) => node) };
  const felt = prints.a.get(id) !== prints.b.get(now) && (feedsChange("a", id) || feedsChange("b", now));
  const classOf = (key: string, path: readonly (string | number)[] = []): ChangeClass => {
    // Tags move no score: they matter through the views that read them, and those are compared by what they come to.
    if (key === "tags" && before["kind"] === "indicator")
      return tagClass(before[key], after[key], path[3], changedTags);
    return felt && !same(meaning.a, meaning.b, key) ? "breaking" : "compatible";
  };
  const changes: MemberChange[] = [];
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const path = ["nodes", now, key];
    const old = Object.hasOwn(before, key) ? referring(before[key], key, a, newName) : undefined;
    const shares = key === "children" ? shareChanges(old, after[key], now, path, classOf(key)) : undefined;
    if (shares) changes.push(...shares);
    else
      for (const { wording, ...difference } of differencesOf(
        { [key]: old },
        { [key]: after[key] },
        path.slice(0, 2),
      ))
        changes.push({
          change: { class: wording ? "editorial" : classOf(key, difference.path), node: now, ...difference },
        });
  }
  // A leaf that names no column reads the one called like itself, so that renaming it alone moves it to another column.
  if (
    before["column"] === undefined &&
    after["column"] === undefined &&
    !same(meaning.a, meaning.b, "column")
  )
    changes.push({
      change: {
        class: classOf("column"),
        kind: "changed",
        path: ["nodes", now, "column"],
        node: now,
        before: id,
        after: now,
      },
    });
  return changes;
}

/** The class of a change of one tag, or of all tags of a leaf where it gained its first or lost its last. */
function tagClass(
  before: unknown,
  after: unknown,
  tag: string | number | undefined,
  changedTags: ReadonlySet<string>,
): ChangeClass {
  const tags = tag === undefined ? Object.keys({ ...Object(before), ...Object(after) }) : [String(tag)];
  return tags.some((each) => changedTags.has(each)) ? "breaking" : "compatible";
}

function same(a: SemanticMembers, b: SemanticMembers, key: string): boolean {
  return canonicalJson([a[key] ?? null]) === canonicalJson([b[key] ?? null]);
}

/** Changes of the children of a mean told by exact shares; `undefined` where weights are no numbers or more than weights differs. */
function shareChanges(
  before: unknown,
  after: unknown,
  node: string,
  path: readonly (string | number)[],
  to: ChangeClass,
): readonly MemberChange[] | undefined {
  const [old, now] = [weightsOf(before), weightsOf(after)];
  if (!old || !now) return undefined;
  const children = [...new Set([...now.keys(), ...old.keys()])];
  const changes = children.flatMap((child): MemberChange[] => {
    const [was, is] = [old.get(child), now.get(child)];
    const shares = { before: was?.share ?? "0", after: is?.share ?? "0" };
    if (was && is && was.weight === is.weight && shares.before === shares.after) return [];
    return [
      {
        child,
        change: {
          class: shares.before === shares.after ? "compatible" : to,
          kind: !was ? "added" : !is ? "removed" : "changed",
          path: [...path, is?.index ?? was?.index ?? 0, "weight"],
          node,
          ...(was ? { before: was.weight } : {}),
          ...(is ? { after: is.weight } : {}),
          // A share that stays is not told as one that moves: only the weight is written otherwise.
          ...(shares.before === shares.after ? {} : { shares }),
        },
      },
    ];
  });
  const order = (from: ReadonlyMap<string, unknown>, other: ReadonlyMap<string, unknown>) =>
    [...from.keys()].filter((child) => other.has(child));
  const [left, right] = [order(old, now), order(now, old)];
  if (left.join("\n") !== right.join("\n"))
    changes.push({
      change: { class: "compatible", kind: "reordered", path, node, before: left, after: right },
    });
  return changes;
}

function weightsOf(
  value: unknown,
):
  | ReadonlyMap<string, { readonly weight: unknown; readonly share: string; readonly index: number }>
  | undefined {
  if (!Array.isArray(value)) return undefined;
  const children = value as readonly Readonly<Record<string, unknown>>[];
  if (children.some((child) => Object.keys(child).some((key) => key !== "node" && key !== "weight")))
    return undefined;
  const shares = exactShares(children.map((child) => child["weight"]));
  return (
    shares &&
    new Map(
      children.map((child, index) => [
        String(child["node"]),
        { weight: child["weight"], share: shares[index] ?? "0", index },
      ]),
    )
  );
}
