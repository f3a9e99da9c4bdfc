import { applyQuotas } from "./grades/apply-quotas.js";
import { bandOf } from "./grades/band-of.js";
import type { Grades, IndexNode } from "./index-definition.js";
import type { GradeResult, NodeResult } from "./index-result.js";
import type { GateStatus } from "./node-kinds/gate/gate-status.js";

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
 * The grade of every unit: the band of the unrounded value, lowered where a condition of that band fails, then capped or
 * withheld by gates, withheld when the veto is confirmed, and last of all lowered where a quota is full. A node that is not
 * applicable sets no condition; one that is missing leaves open whether its condition holds, so that the grade is not computable.
 *
 * @param nodes results by node id
 * @param statements the veto attribute, where the grades have a veto
 * @param document nodes of the definition, for the effects of gates
 */
export function gradeUnits(
  grades: Grades,
  nodes: Readonly<Record<string, NodeResult>>,
  statements: ArrayLike<unknown> | undefined,
  document: Readonly<Record<string, IndexNode>> = {},
): readonly GradeResult[] {
  const { values = [] } = nodes[grades.of] ?? {};
  const graded = values.map((value, row): GradeResult => {
    const gates = gatesOf(grades, nodes, row);
    const said = { veto: vetoOf(grades, statements, row), ...(gates ? { gates } : {}) };
    if (said.veto === "confirmed") return { status: "withheld-by-veto", grade: null, failed: [], ...said };
    const triggered = Object.keys(gates ?? {}).filter((id) => gates?.[id] === "triggered");
    const effects = triggered.flatMap((id) => {
      const node = document[id];
      return node?.kind === "gate" ? [node.effect] : [];
    });
    if (effects.some((effect) => effect.do === "withhold-grade"))
      return { status: "withheld-by-gate", grade: null, failed: [], ...said };
    if (value === null) return { status: "not-computable", grade: null, failed: [], ...said };
    const { band, failed } = bandOf(grades, nodes, value, row);
    if (band === undefined) return { status: "not-computable", grade: null, failed, ...said };
    const caps = effects.flatMap((effect) =>
      effect.do === "cap-grade" ? [grades.bands.findIndex((one) => one.id === effect.at)] : [],
    );
    const capped = Math.max(band, ...caps);
    return {
      status: capped > band ? "capped" : failed.length > 0 ? "lowered" : "ok",
      grade: grades.bands[capped]?.id ?? null,
      failed,
      ...said,
    };
  });
  return applyQuotas(grades, values, graded);
}

function gatesOf(
  { gates }: Grades,
  nodes: Readonly<Record<string, NodeResult>>,
  row: number,
): Readonly<Record<string, GateStatus>> | undefined {
  return (
    gates &&
    Object.fromEntries(gates.map((id) => [id, nodes[id]?.statuses?.[row] ?? "not-assessed"] as const))
  );
}
