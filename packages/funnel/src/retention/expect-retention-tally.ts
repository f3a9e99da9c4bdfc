import { CxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import { badRetentionTally } from "./problems.js";
import type { RetentionTally } from "./retention-tally.js";

/** Expects the tally of a retention, from this package, a file or a database. */
export function expectRetentionTally(value: unknown, path: ProblemPath): RetentionTally {
  const refuse = (en: string, zh: string, key: string): never => {
    throw new CxMetricsError(badRetentionTally, {
      path: [...path, key],
      values: { reason: { en, zh } },
    });
  };
  const tally = (typeof value === "object" && value !== null ? value : {}) as {
    readonly [Key in keyof RetentionTally]?: unknown;
  };
  const { definition, buckets, cohorts } = tally;
  const reference = definition as RetentionTally["definition"] | null | undefined;
  if (
    typeof reference?.id !== "string" ||
    typeof reference.version !== "string" ||
    typeof reference.digest !== "string"
  )
    refuse(
      "it needs a definition with id, version and digest",
      "需要含 id、version、digest 的 definition",
      "definition",
    );
  if (
    !Array.isArray(buckets) ||
    buckets.length === 0 ||
    !Array.from(buckets).every((name) => typeof name === "string")
  )
    return refuse("it needs the names of its buckets", "需要时段名称", "buckets");
  if (!Number.isFinite(tally.observedUntilMs) || !isCount(tally.actors))
    refuse(
      "observedUntilMs is a time and actors a whole number from 0",
      "observedUntilMs 应为时间，actors 应为不小于 0 的整数",
      "observedUntilMs",
    );
  if (!Array.isArray(cohorts) || !Array.from(cohorts).every((cohort) => isCohort(cohort, buckets.length)))
    refuse(
      "each cohort has a size, and per bucket whole numbers with retained ≤ eligible ≤ size",
      "每个群组须有 size，且每个时段满足整数 retained ≤ eligible ≤ size",
      "cohorts",
    );
  return value as RetentionTally;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function isCohort(value: unknown, buckets: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  const { cohort, startMs, size, eligible, retained } = value as Record<string, unknown>;
  if (typeof cohort !== "string" || !Number.isFinite(startMs) || !isCount(size)) return false;
  if (!Array.isArray(eligible) || !Array.isArray(retained)) return false;
  if (eligible.length !== buckets || retained.length !== buckets) return false;
  return Array.from(eligible).every((most: unknown, index) => {
    const back: unknown = retained[index];
    return isCount(most) && isCount(back) && back <= most && most <= size;
  });
}
