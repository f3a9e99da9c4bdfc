import type { Grades } from "./index-definition.js";
import type { GradeResult, NodeResult } from "./index-result.js";

/** What a veto attribute says about one unit. */
function vetoOf(
  grades: Grades,
  statements: ArrayLike<unknown> | undefined,
  row: number,
): GradeResult["veto"] {
  if (!grades.veto) return "not-applicable";
  const statement = statements?.[row];
  // Nothing else than the two words counts: a blank, a typing error or a date must not pass for "none".
  return statement === "confirmed" || statement === "none" ? statement : "not-assessed";
}

/**
 * The grade of every unit: the band of the unrounded value, lowered by one when a condition of that band fails, withheld
 * when the veto is confirmed. A node that is not applicable sets no condition; one that is missing leaves open whether its
 * condition holds, so that the grade is not computable.
 *
 * @param nodes results by node id
 * @param statements the veto attribute, where the grades have a veto
 */
export function gradeUnits(
  grades: Grades,
  nodes: Readonly<Record<string, NodeResult>>,
  statements: ArrayLike<unknown> | undefined,
): readonly GradeResult[] {
  const { values = [] } = nodes[grades.of] ?? {};
  return values.map((value, row) => {
    const veto = vetoOf(grades, statements, row);
    if (veto === "confirmed") return { status: "withheld-by-veto", grade: null, failed: [], veto };
    if (value === null) return { status: "not-computable", grade: null, failed: [], veto };
    const index = grades.bands.findIndex((band) => band.from === undefined || value >= band.from);
    const failed: string[] = [];
    let open = false;
    for (const { node, atLeast } of grades.bands[index]?.conditions ?? []) {
      const reached = nodes[node]?.values[row] ?? null;
      if (reached !== null && reached < atLeast) failed.push(node);
      if (reached === null && nodes[node]?.reasons?.[row] !== "not-applicable") open = true;
    }
    const lowered = failed.length > 0;
    // A failed condition settles the grade, whatever the open ones would say.
    if (open && !lowered) return { status: "not-computable", grade: null, failed, veto };
    const band = grades.bands[lowered ? index + 1 : index];
    return { status: lowered ? "lowered" : "ok", grade: band?.id ?? null, failed, veto };
  });
}
