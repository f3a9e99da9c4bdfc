import {
  CxMetricsError,
  describeValue,
  expectList,
  expectNumber,
  expectRecord,
  expectText,
} from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import type { ImprovementTarget, Standing } from "./improvement.js";
import { leafNamed, type NamedLeaf } from "./leaf-of.js";
import { badTarget, emptyBounds, noBounds, noCost, twiceOver } from "./problems.js";

/** An indicator with its present value, how far it may go, and what a unit of it costs. */
export interface Lever {
  readonly indicator: string;
  readonly column: string;
  /** `null` where the unit has no value. */
  readonly from: number | null;
  readonly lower: number;
  readonly upper: number;
  readonly cost: number;
}

/** Whether a standing is as good as the target. */
export function readTarget(value: unknown, better: "higher" | "lower"): (standing: Standing) => boolean {
  const target = (typeof value === "object" && value !== null ? value : {}) as Partial<
    Record<"score" | "rank", unknown>
  >;
  const sign = better === "higher" ? 1 : -1;
  const { score, rank } = target;
  const keys = Object.keys(target);
  if (keys.length === 1 && typeof score === "number" && Number.isFinite(score))
    return (standing) => standing.score !== null && sign * standing.score >= sign * score;
  if (keys.length === 1 && typeof rank === "number" && Number.isInteger(rank) && rank >= 1)
    return (standing) => standing.rank !== null && standing.rank <= rank;
  throw new CxMetricsError(badTarget, { path: ["options", "target"], values: { found: shown(value) } });
}

/** The target as plain data. */
export function plainTarget(value: ImprovementTarget): ImprovementTarget {
  return "score" in value ? { score: value.score } : { rank: value.rank };
}

/** Expects the indicators that may be moved. */
export function readLevers(
  definition: IndexDefinition,
  table: IndexTable,
  row: number,
  value: unknown,
): readonly Lever[] {
  const seen = new Set<string>();
  return expectList(
    value,
    ["options", "over"],
    (item, path) => {
      const record = expectRecord(item, path, ["indicator"], ["lower", "upper", "cost"]);
      const name = expectText(record["indicator"], [...path, "indicator"]);
      const named = leafNamed(definition, name, [...path, "indicator"]);
      const { id, column } = named;
      if (seen.has(column)) throw new CxMetricsError(twiceOver, { path, values: { column } });
      seen.add(column);
      const cell = table.columns[column]?.[row];
      const from = typeof cell === "number" && Number.isFinite(cell) ? cell : null;
      const posts = goalpostsOf(named);
      const bound = (key: "lower" | "upper") => {
        if (record[key] !== undefined) return expectNumber(record[key], [...path, key]);
        const post = posts?.[key];
        if (post === undefined) throw new CxMetricsError(noBounds, { path, values: { indicator: id } });
        return key === "lower" ? Math.min(post, from ?? post) : Math.max(post, from ?? post);
      };
      const [lower, upper] = [bound("lower"), bound("upper")];
      if (!(lower < upper) || (from !== null && (from < lower || from > upper)))
        throw new CxMetricsError(emptyBounds, {
          path,
          values: { indicator: id, lower, upper, value: from },
        });
      if (record["cost"] === undefined && from === 0)
        throw new CxMetricsError(noCost, { path, values: { indicator: id } });
      const cost =
        record["cost"] === undefined
          ? 1 / Math.abs(from ?? 1)
          : expectNumber(record["cost"], [...path, "cost"], { least: Number.MIN_VALUE });
      return { indicator: id, column, from, lower, upper, cost };
    },
    1,
  );
}

function goalpostsOf({ leaf }: NamedLeaf): { readonly lower: number; readonly upper: number } | undefined {
  const { worst, best } = leaf.normalise as { readonly worst?: unknown; readonly best?: unknown };
  if (typeof worst !== "number" || typeof best !== "number") return undefined;
  return { lower: Math.min(worst, best), upper: Math.max(worst, best) };
}

function shown(value: unknown) {
  if (typeof value !== "object" || value === null) return describeValue(value);
  const keys = Object.keys(value).slice(0, 3).join(", ");
  return {
    en: `an object with ${keys === "" ? "nothing" : keys}`,
    zh: `含 ${keys === "" ? "空" : keys} 的对象`,
  };
}
