import { weightToNumber } from "@cxmetrics/formula";
import { defineIndex, type IndexDefinition } from "@cxmetrics/index-model";

/** A number of a definition that a slider moves. */
export interface Adjustable {
  /** Where it stands, for example `nodes/HDI/children/0/weight`. */
  readonly path: string;
  readonly kind: "weight" | "worst" | "best";
  /** Node to which the slider belongs. */
  readonly node: string;
  /** The child whose weight it is. */
  readonly child?: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  readonly step: number;
}

/** Numbers by path, and the version that the changed definition is called. */
export type Edits = Readonly<Record<string, number>>;

/** Every weight and goalpost of a definition that may be moved, with a range round the published value. */
export function adjustablesOf(definition: IndexDefinition): readonly Adjustable[] {
  return Object.entries(definition.nodes).flatMap(([id, node]): readonly Adjustable[] => {
    if (node.kind === "aggregate") {
      const known = node.children.every(({ weight }) => weight !== undefined);
      if (!known) return [];
      const weights = node.children.map(({ weight = 0 }) => weightToNumber(weight));
      const most = Math.max(...weights) * 2;
      return node.children.map(({ node: child }, at) => ({
        path: `nodes/${id}/children/${at}/weight`,
        kind: "weight",
        node: id,
        child,
        value: weights[at] as number,
        from: 0,
        to: most,
        step: most / 200,
      }));
    }
    if (node.kind !== "indicator" || !("worst" in node.normalise)) return [];
    const { method, worst, best } = node.normalise;
    if (typeof worst !== "number" || typeof best !== "number") return [];
    const span = Math.abs(best - worst);
    const logarithmic = method === "log-goalposts";
    return (["worst", "best"] as const).map((kind) => {
      const value = kind === "worst" ? worst : best;
      // On logarithms a goalpost stays positive, and the posts never meet.
      const from = logarithmic ? value / 2 : value - span * 0.45;
      const to = logarithmic ? value * 2 : value + span * 0.45;
      return {
        path: `nodes/${id}/normalise/${kind}`,
        kind,
        node: id,
        value,
        from,
        to,
        step: (to - from) / 200,
      };
    });
  });
}

/**
 * The definition with edits made. Only numbers that a slider may move are written, whatever the edits name, so that edits from a link can
 * change nothing else. Where weights must sum to a stated total, the siblings share what is left.
 */
export function applyEdits(definition: IndexDefinition, edits: Edits, version?: string): IndexDefinition {
  const allowed = new Map(adjustablesOf(definition).map((one) => [one.path, one]));
  const made = Object.entries(edits).filter(
    ([path, value]) => allowed.has(path) && typeof value === "number" && Number.isFinite(value),
  );
  if (made.length === 0 && (version === undefined || version === definition.version)) return definition;
  const copy = JSON.parse(JSON.stringify(definition)) as Mutable<IndexDefinition>;
  if (version !== undefined) copy.version = version;
  for (const [path, value] of made) {
    const keys = path.split("/");
    const last = keys.pop() as string;
    let at: unknown = copy;
    for (const key of keys) at = (at as Record<string, unknown>)[key];
    (at as Record<string, unknown>)[last] = tidy(value);
  }
  for (const node of new Set(made.map(([path]) => allowed.get(path)?.node as string))) {
    const changed = made.flatMap(([path]) => {
      const one = allowed.get(path);
      return one?.node === node && one.kind === "weight" ? [Number(path.split("/")[3])] : [];
    });
    if (changed.length > 0) keepSum(copy, node, changed);
  }
  return defineIndex(copy);
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Twelve digits: a slider's steps leave traces behind them. */
const tidy = (value: number) => Number(value.toPrecision(12));

/** Ten-thousandths of the total, as exact fractions, so that the sum holds exactly. */
function keepSum(definition: IndexDefinition, id: string, changed: readonly number[]): void {
  const node = definition.nodes[id];
  if (node?.kind !== "aggregate" || node.mustSum === undefined) return;
  const total = weightToNumber(node.mustSum);
  const parts = 10_000;
  const children = node.children as unknown as { weight: number | string }[];
  const shares = children.map(({ weight }) => weightToNumber(weight) / total);
  const moved = new Set(changed);
  const fixed = shares.map((share, at) => (moved.has(at) ? Math.min(parts, Math.round(share * parts)) : 0));
  const left = Math.max(0, parts - fixed.reduce((sum, one) => sum + one, 0));
  const others = shares.flatMap((share, at) => (moved.has(at) ? [] : [{ at, share }]));
  const rest = others.reduce((sum, { share }) => sum + share, 0);
  let remaining = left;
  others.forEach(({ at, share }, index) => {
    const own = index === others.length - 1 ? remaining : Math.round((left * share) / (rest || 1));
    fixed[at] = own;
    remaining -= own;
  });
  children.forEach((child, at) => {
    child.weight = total === 1 ? `${fixed[at]}/${parts}` : `${tidy((fixed[at] as number) * total)}/${parts}`;
  });
}
