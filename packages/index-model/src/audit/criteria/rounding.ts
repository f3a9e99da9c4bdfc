import { defineIndex } from "../../define-index.js";
import type { IndexDefinition } from "../../index-definition.js";
import { rankUnits } from "../../rank-units.js";
import { scoreIndex } from "../../score-index.js";
import { type FindingText, finding } from "../finding.js";
import { type Criterion, nothing } from "./criterion.js";

/** Ranks with the rounding of the definition and without. */
export interface RoundingValues {
  /** Node that is ranked. */
  readonly of: string;
  /** Nodes that round on the way, and `ranking` where the ranking rounds. */
  readonly rounds: readonly string[];
  /** Units whose rank differs. */
  readonly rows: readonly number[];
}

const decided: FindingText = {
  code: "audit.rank-by-rounding",
  en: "Rounding decides the rank of {count} units: {units}.",
  zh: "有 {count} 个对象的名次由舍入决定：{units}。",
  remedy: {
    en: "Rank on unrounded values, or publish ties as ties; whichever it is, the definition should say it.",
    zh: "请按未舍入的数值排名，或将并列如实发布；无论哪种，都应在定义中写明。",
  },
};

/** Whether rounding, and not the data, decides ranks. */
export const rounding: Criterion<"rounding", RoundingValues> = {
  id: "rounding",
  title: { en: "Ranks decided by rounding", zh: "由舍入决定的名次" },
  thresholds: [],
  examine: (context) => {
    const { frozen, table, result, nodes } = context;
    const ranking = frozen.ranking ?? ({ of: frozen.root, order: "descending", ties: "minimum" } as const);
    const { rounded, ...unrounded } = ranking;
    const rounds = [
      ...nodes.filter((id) => holdsRound(frozen.nodes[id])),
      ...(rounded === undefined ? [] : ["ranking"]),
    ];
    const before = rankUnits({ ...ranking, ties: "minimum" }, result.nodes);
    if (before.every((rank) => rank === null))
      return nothing({ en: "No unit has a rank.", zh: "没有对象具有名次。" });
    const variant =
      rounds.length > 0 ? scoreIndex(defineIndex(withoutRounds(frozen)), table).nodes : result.nodes;
    const after = rankUnits({ ...unrounded, ties: "minimum" }, variant);
    const rows = before.flatMap((rank, row) => (rank === after[row] ? [] : [row]));
    return {
      message:
        rounds.length === 0
          ? { en: "Nothing is rounded before ranking.", zh: "排名前没有舍入。" }
          : {
              en: `Rounding decides the rank of ${rows.length} of ${before.length} units.`,
              zh: `${before.length} 个对象中有 ${rows.length} 个的名次由舍入决定。`,
            },
      findings: rows.length > 0 ? [finding(context, "warn", decided, { rows })] : [],
      values: { of: ranking.of, rounds, rows },
    };
  },
};

function withoutRounds(definition: IndexDefinition): IndexDefinition {
  const nodes = Object.entries(definition.nodes).map(([id, node]) => [id, unrounding(node)] as const);
  return { ...definition, nodes: Object.fromEntries(nodes) } as IndexDefinition;
}

/** A part of a definition in which every rounding is replaced by what it rounds. */
function unrounding(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return part;
  if (Array.isArray(part)) return part.map(unrounding);
  if (isRound(part)) return unrounding(part.of[0]);
  return Object.fromEntries(Object.entries(part).map(([key, member]) => [key, unrounding(member)]));
}

function holdsRound(part: unknown): boolean {
  if (typeof part !== "object" || part === null) return false;
  return isRound(part) || Object.values(part).some(holdsRound);
}

function isRound(part: object): part is { readonly of: readonly unknown[] } {
  return "op" in part && part.op === "round" && "of" in part && Array.isArray(part.of);
}
