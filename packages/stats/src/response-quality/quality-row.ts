import { CxMetricsError, describeValue, type ProblemPath } from "@cxmetrics/definition";
import { namedMembers } from "../expect/named-members.js";
import type { ComparableResponse } from "./duplicate-responses.js";
import { type Answer, expectRows } from "./expect-answers.js";
import { badId, duplicateRespondent } from "./problems.js";

/** One response with what rules may look at; a rule passes over responses that lack its part. */
export interface QualityRow extends ComparableResponse {
  /** Names the response in the result; each only once. */
  readonly id: string | number;
  /** Answers to the items that the rules on answers look at, in the order shown, on one scale, before reversing. */
  readonly answers?: ArrayLike<Answer | undefined>;
  /** Time spent, or a list of times per page; any unit, the same for all. */
  readonly durationMs?: number | ArrayLike<number | null | undefined> | null;
  /** Answers to attention checks by item. */
  readonly checks?: Readonly<Record<string, Answer | undefined>>;
}

/** Rows whose ids are there and differ. */
export function expectQualityRows(rows: unknown): readonly QualityRow[] {
  const seen = new Set<string | number>();
  return expectRows(rows, "rows", (row, name, path) => {
    const member = namedMembers(row as QualityRow, name, path);
    const id = expectId(member.id, [...path, "id"]);
    if (seen.has(id))
      throw new CxMetricsError(duplicateRespondent, {
        path: [...path, "id"],
        values: { id: String(id).slice(0, 40) },
      });
    seen.add(id);
    return member;
  });
}

function expectId(id: unknown, path: ProblemPath): string | number {
  if ((typeof id === "string" && id.trim() !== "") || (typeof id === "number" && Number.isFinite(id)))
    return id;
  throw new CxMetricsError(badId, { path, values: { found: describeValue(id) } });
}
