import {
  CxMetricsError,
  type DefinitionReference,
  didYouMean,
  expectList,
  expectOneOf,
  expectRecord,
  expectText,
  type NotComputable,
} from "@cxmetrics/definition";
import { defineIndex } from "../define-index.js";
import { engine } from "../engine.js";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { nodeAt } from "../node-at.js";
import { ranksOf } from "../uncertainty/rank-counter.js";
import type { Factor } from "./factor.js";
import { unknownUnitThere } from "./problems.js";
import { readFactors } from "./read-factors.js";
import {
  readSobolOptions,
  type SobolDesign,
  type SobolIndices,
  type SobolOptions,
  sobolIndices,
} from "./sobol-indices.js";
import { variantScorer } from "./variant-scorer.js";

/** A result whose sensitivity is asked for. */
export interface SensitivityOutput {
  /** Score or rank of units, or the mean absolute shift of all ranks against the definition as written. */
  readonly of: "score" | "rank" | "mean-rank-shift";
  /** Node that is scored or ranked; the root when left out. */
  readonly node?: string;
  /** Unit whose score or rank it is; every unit when left out. */
  readonly unit?: string;
}

/** What `analyseSensitivity` is asked. */
export interface SensitivityOptions extends SobolOptions {
  readonly factors: readonly Factor[];
  /** Score and rank of every unit and the mean rank shift of the root when left out. */
  readonly outputs?: readonly SensitivityOutput[];
}

/** Which decisions an index rests on. Plain data. */
export interface IndexSensitivity {
  readonly definition: DefinitionReference;
  readonly engine: string;
  readonly design: SobolDesign;
  readonly factors: readonly {
    readonly id: string;
    readonly kind: "numeric" | "choice";
    readonly choices: readonly string[];
  }[];
  readonly outputs: readonly {
    readonly of: SensitivityOutput["of"];
    readonly node: string;
    /** Name and row of the unit; left out for the mean rank shift. */
    readonly unit?: string;
    readonly row?: number;
    /** Its value under the definition as written; `null` where there is none. */
    readonly asWritten: number | null;
    readonly sensitivity: SobolIndices | NotComputable;
  }[];
}

/**
 * Shares the variance of scores and ranks out to the decisions behind an index: weights, goalposts and parameters as ranges, methods,
 * policies and indicators as choices. The design and the estimators are those of `sobolIndices`; a choice among K is the ⌊uK⌋-th.
 *
 * The mean rank shift of a variant is $R_S = \frac1M \sum_i |r_i^{ref} - r_i|$ (OECD/JRC Handbook 2008, eq. 38), with rank 1 for the
 * highest value and equal values sharing the best rank; units without a value have no rank, and one unit less or more than the
 * reference leaves R_S undefined. Numbers act first, then alternatives, then nodes left out. Every combination of choices is checked
 * by `defineIndex` when it first occurs: a combination that is no valid definition throws, nothing falls back to a default.
 *
 * @param definition an index definition; methods that must be fitted need `scope: "batch"`, so that every variant is fitted anew
 * @param table the table to score
 * @param options factors, outputs, and the options of `sobolIndices`
 * @returns for each output its indices, or `not-computable`: `constant-output`, `output-undefined`
 * @throws `CxMetricsError` as `scoreIndex` does for any variant; `sensitivity.no-such-path` with the nearest name,
 * `sensitivity.not-a-number-there`, `sensitivity.bad-range`, `sensitivity.duplicate-factor`, `sensitivity.overlapping-paths`,
 * `sensitivity.cannot-exclude`, `sensitivity.unknown-unit`; as `sobolIndices` does
 * @example
 * ```ts
 * const provenance = { status: "illustrative", source: "example" };
 * const title = { en: "T", zh: "题" };
 * const leaf = { kind: "indicator", title, provenance, unit: "%", source: "survey", normalise: { method: "identity" } };
 * const children = [{ node: "ease", weight: 0.5 }, { node: "trust", weight: 0.5 }];
 * const index = { kind: "aggregate", title, provenance, method: "arithmetic-mean", missing: { policy: "propagate" }, children };
 * const definition = defineIndex({
 *   formatVersion: 1, id: "example.app", version: "1.0.0", title, provenance, scale: { lower: 0, upper: 100 }, root: "index",
 *   nodes: { ease: leaf, trust: leaf, index },
 * });
 * const table = { units: ["App", "Web"], columns: { ease: [90, 40], trust: [30, 70] } };
 * const weight = { id: "ease", path: "nodes.index.children.ease.weight", range: { kind: "uniform", lower: 0.2, upper: 0.8 } };
 * const method = { id: "mean", path: "nodes.index.method", options: ["arithmetic-mean", "geometric-mean"] };
 * const { outputs } = analyseSensitivity(definition, table, { factors: [weight, method], bootstrap: 0 });
 * outputs[0].asWritten; // => 60
 * outputs[0].sensitivity.factors.ease.total.value > outputs[0].sensitivity.factors.mean.total.value; // => true
 * ```
 */
export function analyseSensitivity(
  definition: IndexDefinition,
  table: IndexTable,
  options: SensitivityOptions,
): IndexSensitivity {
  const document = defineIndex(definition);
  const { factors, outputs, ...sobol } = expectRecord(
    options,
    ["options"],
    ["factors"],
    ["outputs", "samples", "design", "seed", "bootstrap", "level"],
  );
  const ready = readFactors(document, factors);
  readSobolOptions(sobol, ready.length);
  const scorer = variantScorer(document, table);
  const asked = readOutputs(document, table, outputs);
  const nodes = [...new Set(asked.map(({ node }) => node))];
  const base = nodes.map((id) =>
    Float64Array.from(scorer.base.nodes[id]?.values ?? [], (value) => value ?? Number.NaN),
  );
  const reference = base.map(ranksOf);
  const tell = (scores: readonly Float64Array[]) => {
    const ranks = scores.map(ranksOf);
    return asked.map(({ of, node, row }) => {
      const at = nodes.indexOf(node);
      if (of === "score") return scores[at]?.[row ?? 0] ?? Number.NaN;
      if (of === "rank") return ranks[at]?.[row ?? 0] || Number.NaN;
      return rankShift(reference[at] ?? new Uint32Array(0), ranks[at] ?? new Uint32Array(0));
    });
  };
  const written = tell(base);
  const found = sobolIndices(
    ready.map(({ id }) => id),
    (point) => {
      const decisions = ready.map((factor, i) => factor.decide(point[i] ?? 0.5));
      const key = decisions.map(({ label }, i) => (ready[i]?.kind === "choice" ? label : "")).join("\u0000");
      return tell(scorer.score(decisions, nodes, key));
    },
    sobol,
  );
  return {
    definition: scorer.base.definition,
    engine,
    design: found.design,
    factors: ready.map(({ id, kind, choices }) => ({ id, kind, choices })),
    outputs: asked.map(({ of, node, row }, at) => {
      const value = written[at];
      return {
        of,
        node,
        ...(row === undefined ? {} : { unit: table.units[row] ?? "", row }),
        asWritten: value === undefined || Number.isNaN(value) ? null : value,
        sensitivity: found.outputs[at] as SobolIndices | NotComputable,
      };
    }),
  };
}

/** Mean absolute difference of ranks; `NaN` where a unit is ranked on one side only. */
export function rankShift(reference: Uint32Array, ranks: Uint32Array): number {
  let sum = 0;
  let count = 0;
  for (let row = 0; row < reference.length; row++) {
    const [a, b] = [reference[row] ?? 0, ranks[row] ?? 0];
    if ((a === 0) !== (b === 0)) return Number.NaN;
    if (a === 0) continue;
    sum += Math.abs(a - b);
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}

function readOutputs(document: IndexDefinition, table: IndexTable, value: unknown) {
  const given = value ?? [{ of: "score" }, { of: "rank" }, { of: "mean-rank-shift" }];
  return expectList(
    given,
    ["outputs"],
    (item, path) => {
      const record = expectRecord(item, path, ["of"], ["node", "unit"]);
      const of = expectOneOf(record["of"], [...path, "of"], ["score", "rank", "mean-rank-shift"]);
      const node =
        record["node"] === undefined ? document.root : expectText(record["node"], [...path, "node"]);
      nodeAt(document, node);
      if (of === "mean-rank-shift") {
        expectRecord(item, path, ["of"], ["node"]);
        return [{ of, node, row: undefined }];
      }
      if (record["unit"] === undefined) return table.units.map((_, row) => ({ of, node, row }));
      const unit = expectText(record["unit"], [...path, "unit"]);
      const row = table.units.indexOf(unit);
      if (row < 0) {
        const hint = didYouMean(unit, table.units);
        throw new CxMetricsError(unknownUnitThere, { path: [...path, "unit"], values: { unit, hint } });
      }
      return [{ of, node, row }];
    },
    1,
  ).flat();
}
