import type { NotComputable } from "@cxmetrics/definition";
import { type KendallW, kendallW } from "@cxmetrics/stats";

/** Kendall's W of experts (rows) over indicators (columns); an expert who left one out is left out, and counted. */
export type ExpertAgreement = (KendallW | NotComputable) & {
  /** Experts with a value for every indicator. */
  readonly completeExperts: number;
};

/** Agreement of the experts who judged everything. */
export function expertAgreement(rows: readonly (readonly (number | null)[])[]): ExpertAgreement {
  const complete = rows.filter((row) => row.every((value) => value !== null));
  const indicators = rows[0]?.length ?? 0;
  const units = Array.from({ length: indicators }, (_, index) => complete.map((row) => row[index] ?? null));
  return { ...kendallW(complete.length === 0 ? [] : units), completeExperts: complete.length };
}
