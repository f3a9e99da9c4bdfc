import {
  CxMetricsError,
  describeValue,
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
} from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { nodeAt } from "../node-at.js";
import { readMap } from "../read/map.js";
import type { Factor } from "../sensitivity/factor.js";
import { readFactors } from "../sensitivity/read-factors.js";
import { type AuditThresholds, readThresholds } from "./audit-thresholds.js";
import { type AuditCriterion, criteria } from "./criteria/registry.js";
import { evaluatorRows, notAnIndicator } from "./problems.js";

/** What `auditIndex` is asked. */
export interface AuditOptions {
  /** Seed of the simulation of ranks, 0 to 4294967295. */
  readonly seed: number;
  /** Draws of that simulation, 100 to 100,000; 1,000 when left out. */
  readonly draws?: number;
  /** Limits other than the defaults of `auditThresholds`. */
  readonly thresholds?: Partial<AuditThresholds>;
  /** Criteria to look at; all of `auditCriteria` when left out. */
  readonly criteria?: readonly AuditCriterion[];
  /** How many people evaluated an expert indicator: by indicator, one number, or one a unit. */
  readonly evaluators?: Readonly<Record<string, number | readonly (number | null)[]>>;
  /** Decisions to vary in place of weights, means and normalisers, as `analyseSensitivity` takes them. */
  readonly factors?: readonly Factor[];
}

/** Numbers of evaluators by indicator. */
export type EvaluatorCounts = ReadonlyMap<string, readonly (number | null)[]>;

/** Reads the options that need neither definition nor table. */
export function readAuditOptions(options: unknown) {
  const path = ["options"];
  const record = expectRecord(
    options,
    path,
    ["seed"],
    ["draws", "thresholds", "criteria", "evaluators", "factors"],
  );
  const names = criteria.map(({ id }) => id);
  const asked =
    record["criteria"] === undefined
      ? names
      : expectList(record["criteria"], [...path, "criteria"], (name, at) => expectOneOf(name, at, names), 1);
  return {
    seed: expectNumber(record["seed"], [...path, "seed"], { least: 0, most: 4294967295, integer: true }),
    draws: expectNumber(record["draws"] ?? 1000, [...path, "draws"], {
      least: 100,
      most: 100_000,
      integer: true,
    }),
    thresholds: readThresholds(record["thresholds"]),
    asked: new Set<AuditCriterion>(asked),
    evaluators: record["evaluators"],
    factors: record["factors"] as readonly Factor[] | undefined,
  };
}

/** Checks the factors against the definition. */
export function checkFactors(document: IndexDefinition, factors: readonly Factor[] | undefined): void {
  if (factors !== undefined) readFactors(document, factors);
}

/** Reads the numbers of evaluators. */
export function readEvaluators(
  document: IndexDefinition,
  table: IndexTable,
  value: unknown,
): EvaluatorCounts {
  if (value === undefined) return new Map();
  const path = ["options", "evaluators"];
  const count = (item: unknown, at: readonly (string | number)[]) =>
    expectNumber(item, at, { least: 0, most: 1e9, integer: true });
  return new Map(
    readMap(value, path).map(([id, counts]): [string, readonly (number | null)[]] => {
      const at = [...path, id];
      if (nodeAt(document, id).kind !== "indicator")
        throw new CxMetricsError(notAnIndicator, { path: at, values: { node: id } });
      if (typeof counts === "number") return [id, table.units.map(() => count(counts, at))];
      const list = expectList(counts, at, (item, place) => (item === null ? null : count(item, place)));
      if (list.length !== table.units.length)
        throw new CxMetricsError(evaluatorRows, {
          path: at,
          values: { node: id, found: describeValue(list.length), expected: table.units.length },
        });
      return [id, list];
    }),
  );
}
