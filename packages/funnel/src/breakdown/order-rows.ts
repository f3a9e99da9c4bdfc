import type { EventColumns } from "../climb.js";
import type { StepPlan } from "../step-plan.js";

/** Events that a plan keeps, by actor, time, sequence and row, with the row that each came from. */
export function orderRows(
  { rows, actor, event, timeMs, sequence }: EventColumns,
  plan: StepPlan,
): { readonly columns: EventColumns; readonly rowOf: Uint32Array } {
  const kept: number[] = [];
  for (let row = 0; row < rows; row++) if (plan.keep[event[row] as number] !== 0) kept.push(row);
  const by = (column: ArrayLike<number> | null, a: number, b: number) =>
    column === null ? 0 : (column[a] as number) - (column[b] as number);
  const rowOf = Uint32Array.from(kept).sort(
    (a, b) => by(actor, a, b) || by(timeMs, a, b) || by(sequence, a, b) || a - b,
  );
  const columns = {
    rows: rowOf.length,
    actor: rowOf.map((row) => actor[row] as number),
    event: rowOf.map((row) => event[row] as number),
    timeMs: Float64Array.from(rowOf, (row) => timeMs[row] as number),
    sequence: sequence === null ? null : Float64Array.from(rowOf, (row) => sequence[row] as number),
  };
  return { columns, rowOf };
}
