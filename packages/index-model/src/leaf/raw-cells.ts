import { type Column, columnFrom, faultCode } from "@cxmetrics/formula";
import { columnOf } from "../check-table.js";
import type { Adjustment, Indicator, LeafCodes } from "../index-definition.js";
import type { CodedCell } from "../index-result.js";
import type { IndexTable } from "../index-table.js";
import { numbersOf } from "../numbers-of.js";

/** The cells of a leaf before any arithmetic. */
export interface RawCells {
  /** After codes and adjustments: what formulas read as `<id>.raw`. */
  readonly raw: Column;
  /** Before adjustments, where there were any. */
  readonly given: Column;
  /** Cells that are codes; left out where the leaf has no codes. */
  readonly coded?: readonly (CodedCell | null)[];
  /** Units that hold a value although the leaf does not apply to them. */
  readonly strayCount: number;
  /** Adjustments that were made, and those whose unit holds another value than their author saw. */
  readonly adjusted: readonly Adjustment[];
  readonly contradicted: readonly Adjustment[];
}

/** Reads the column of a leaf: what is a code, what does not apply, and what was corrected. */
export function rawCells(
  id: string,
  leaf: Indicator,
  table: IndexTable,
  cells: ArrayLike<number | null> = table.columns[columnOf(leaf, id)] ?? [],
): RawCells {
  const notApplicable = leaf.appliesTo ? unitsOutside(leaf.appliesTo, table) : undefined;
  const strayCount = notApplicable ? strays(cells, notApplicable) : 0;
  const column = columnFrom(cells, notApplicable);
  const meanings = meaningsOf(leaf.codes);
  const coded = leaf.codes && decode(meanings, column);
  const rest = { strayCount, ...(coded ? { coded } : {}) };
  if (!leaf.adjustments) return { raw: column, given: column, adjusted: [], contradicted: [], ...rest };
  const fits = (adjustment: Adjustment, row: number, held: number | null): boolean =>
    notApplicable?.[row] !== true && (held === adjustment.from || coded?.[row]?.code === adjustment.from);
  return { ...adjust(leaf.adjustments, column, table, meanings, fits), given: column, ...rest };
}

function unitsOutside(appliesTo: NonNullable<Indicator["appliesTo"]>, table: IndexTable): boolean[] {
  const inside = new Set<string | null>(appliesTo.values);
  const texts = table.attributes?.[appliesTo.attribute] ?? [];
  return Array.from(texts, (text) => !inside.has(text));
}

function strays(cells: ArrayLike<number | null>, notApplicable: readonly boolean[]): number {
  let count = 0;
  for (let row = 0; row < notApplicable.length; row += 1) {
    const cell = cells[row];
    if (notApplicable[row] && typeof cell === "number" && !Number.isNaN(cell)) count += 1;
  }
  return count;
}

type Meanings = ReadonlyMap<number, CodedCell["means"]>;

/** What each code of a leaf means. */
export function meaningsOf({ notApplicable = [], refused = [], missing = [] }: LeafCodes = {}): Meanings {
  return new Map<number, CodedCell["means"]>([
    ...notApplicable.map((code) => [code, "not-applicable"] as const),
    ...refused.map((code) => [code, "refused"] as const),
    ...missing.map((code) => [code, "missing"] as const),
  ]);
}

const faultOf = (means: CodedCell["means"]) =>
  faultCode[means === "not-applicable" ? "not-applicable" : "missing"];

/** Empties the cells that hold codes, and lists them. The column is new and belongs to the leaf. */
function decode(meanings: Meanings, { values, fault }: Column): readonly (CodedCell | null)[] {
  return Array.from(values, (code, row) => {
    const means = fault[row] === 0 ? meanings.get(code) : undefined;
    if (means === undefined) return null;
    values[row] = 0;
    fault[row] = faultOf(means);
    return { code, means };
  });
}

/**
 * Makes each correction in the rows of its unit, if they hold what its author saw: the number, the code, or nothing. A
 * correction to a code means what the code means.
 */
function adjust(
  adjustments: readonly Adjustment[],
  before: Column,
  { units, periods }: IndexTable,
  meanings: Meanings,
  fits: (adjustment: Adjustment, row: number, held: number | null) => boolean,
) {
  const values = before.values.slice();
  const fault = before.fault.slice();
  const held = numbersOf(before);
  const adjusted: Adjustment[] = [];
  const contradicted: Adjustment[] = [];
  for (const adjustment of adjustments) {
    const { unit, period, to } = adjustment;
    const means = to === null ? "missing" : meanings.get(to);
    for (let row = 0; row < units.length; row += 1) {
      if (units[row] !== unit || (period !== undefined && periods?.[row] !== period)) continue;
      if (!fits(adjustment, row, held[row] ?? null)) contradicted.push(adjustment);
      else {
        values[row] = means === undefined ? (to ?? 0) : 0;
        fault[row] = means === undefined ? 0 : faultOf(means);
        adjusted.push(adjustment);
      }
    }
  }
  return { raw: { values, fault }, adjusted, contradicted };
}
