import { fillMessage, isCxMetricsError, type NotComputable, type Warning } from "@cxmetrics/definition";
import {
  type IndexDefinition,
  type IndexTable,
  type IndexUncertainty,
  type LeafEstimate,
  type NodeUncertainty,
  propagateUncertainty,
  type UncertaintyOptions,
} from "@cxmetrics/index-model";
import type { EvaluationPlan } from "../evaluation-plan.js";
import { notComputable } from "../not-computable.js";
import { covarianceMatrix, type JoinedLeaves } from "./covariance-matrix.js";
import { jointFreedom } from "./joint-freedom.js";
import { isUncertain, type Leaf, type LeafGap } from "./leaf.js";
import { notPropagated, onlyGiven } from "./reasons.js";
import type { UnitCovariance } from "./unit-covariance.js";

/** What is known of the errors of one unit. */
export interface UnitErrors {
  readonly leaves: readonly Leaf[];
  readonly covariance: UnitCovariance;
}

/** The uncertainty of the index value of every unit, in the order of the table. */
export interface RootErrors {
  readonly roots: readonly (NodeUncertainty | NotComputable)[];
  readonly warnings: readonly Warning[];
}

/** Nodes times units that a simulation takes; above it errors are linearised. */
const mostSimulated = 12_000;

/** Carries the errors of all units into the root of the index. */
export function rootErrors(
  plan: EvaluationPlan,
  definition: IndexDefinition,
  table: IndexTable,
  units: readonly UnitErrors[],
): RootErrors {
  const matrices = withZeros(units).map(covarianceMatrix);
  const columns = [...new Set(units.flatMap(({ leaves }) => leaves.map(({ column }) => column)))];
  const covariance = matrices.map(({ matrix }) => matrix);
  const sharedRespondents = units.flatMap((unit) =>
    unit.covariance.unknown.map(({ pair }) => pair.map(({ column }) => column)),
  );
  const { level, uncertainty = {} } = plan.options ?? {};
  const carry = (freedom: readonly (number | undefined)[], options: UncertaintyOptions): IndexUncertainty => {
    const estimates = columns.map((column) => [
      column,
      units.map(({ leaves }, row) => estimateOf(leaves, column, matrices[row]?.groups ?? [], freedom[row])),
    ]);
    return propagateUncertainty(
      definition,
      { table, estimates: Object.fromEntries(estimates), covariance, sharedRespondents },
      { nodes: [definition.root], ...(level === undefined ? {} : { level }), ...options },
    );
  };
  const rootOf = (told: IndexUncertainty) => told.nodes[definition.root] ?? [];
  try {
    const mixed = matrices.some(({ groups }) => new Set(groups.map(({ df }) => df)).size > 1);
    const straight = mixed ? rootOf(carry([], { method: "linearised" })) : [];
    const freedom = matrices.map(({ groups }, row) => freedomOf(groups, straight[row]));
    const method = units.length > mostSimulated ? "linearised" : (uncertainty.method ?? "auto");
    const told = carry(freedom, { ...uncertainty, method });
    const roots = rootOf(told).map((cell, row) => explained(cell, units[row]));
    return { roots, warnings: roots.some(({ status }) => status === "ok") ? told.warnings : [] };
  } catch (thrown) {
    if (!isCxMetricsError(thrown)) throw thrown;
    // The index stands; only what is known of its errors does not fit together.
    const failed = notComputable(notPropagated, { detail: thrown.messages });
    return { roots: units.map(() => failed), warnings: [] };
  }
}

/** The estimate of a column; inside a matrix its first column carries the degrees of freedom for all. */
function estimateOf(
  leaves: readonly Leaf[],
  column: string,
  groups: readonly JoinedLeaves[],
  freedom: number | undefined,
): LeafEstimate | null {
  const leaf = leaves.find((one) => one.column === column);
  const estimate = leaf?.error.estimate ?? null;
  const inMatrix = leaf !== undefined && groups.some((group) => group.leaves.includes(leaf));
  if (estimate === null || !inMatrix) return estimate;
  const { df: _, ...rest } = estimate;
  const first = groups[0]?.leaves[0] === leaf;
  return first && freedom !== undefined && Number.isFinite(freedom) ? { ...rest, df: freedom } : rest;
}

/** A figure from elsewhere, whose error nobody told. */
function isGiven({ measure, outcome }: Leaf): boolean {
  return measure.kind === "given" && outcome.status === "ok";
}

/** Pairs that go together in an unknown way in some unit must be told for all; where they are apart they have a covariance of 0. */
function withZeros(units: readonly UnitErrors[]): readonly UnitCovariance[] {
  const unclear = new Set(units.flatMap(({ covariance }) => covariance.unknown.map(keyOf)));
  return units.map(({ leaves, covariance: { known, unknown } }) => {
    const told = new Set([...known, ...unknown].map(keyOf));
    const uncertain = leaves.filter(isUncertain);
    const apart = uncertain.flatMap((second, at) =>
      uncertain.slice(0, at).flatMap((first) => {
        const entry = { pair: [first, second] as const, covariance: 0 };
        return unclear.has(keyOf(entry)) && !told.has(keyOf(entry)) ? [entry] : [];
      }),
    );
    return { known: [...known, ...apart], unknown };
  });
}

function keyOf({ pair }: { readonly pair: readonly [Leaf, Leaf] }): string {
  return JSON.stringify(pair.map(({ column }) => column).sort());
}

function freedomOf(
  groups: readonly JoinedLeaves[],
  straight: NodeUncertainty | NotComputable | undefined,
): number | undefined {
  if (groups.length === 0) return undefined;
  const shares = straight?.status === "ok" ? straight.shares?.columns : undefined;
  if (groups.length === 1 || !shares) return Math.min(...groups.map(({ df }) => df));
  const byColumn = new Map(Object.entries(shares));
  return jointFreedom(
    groups.map(({ leaves, df }) => ({
      share: leaves.reduce((sum, { column }) => sum + (byColumn.get(column) ?? 0), 0),
      df,
    })),
  );
}

/** Says in the words of the plan what is missing, where something is. */
function explained(
  cell: NodeUncertainty | NotComputable,
  unit: UnitErrors | undefined,
): NodeUncertainty | NotComputable {
  if (cell.status === "ok")
    return cell.method === "exact" && unit?.leaves.some(isGiven) ? notComputable(onlyGiven) : cell;
  const gaps: readonly LeafGap[] =
    cell.reason === "standard-error-unknown"
      ? (unit?.leaves ?? []).flatMap(({ error }) => error.unknown ?? [])
      : cell.reason === "covariance-needed"
        ? (unit?.covariance.unknown ?? []).map(({ gap }) => gap)
        : [];
  return gaps.length === 0 ? cell : together(gaps);
}

/** The first reason's code, and every different sentence. */
function together(gaps: readonly LeafGap[]): NotComputable {
  const messages = gaps.map(({ reason, values }) => fillMessage(reason, values));
  const sentences = (lang: "en" | "zh", between: string) =>
    [...new Set(messages.map((message) => message[lang]))].slice(0, 3).join(between);
  return {
    status: "not-computable",
    reason: gaps[0]?.reason.code ?? "standard-error-unknown",
    message: { en: sentences("en", " "), zh: sentences("zh", "") },
  };
}
