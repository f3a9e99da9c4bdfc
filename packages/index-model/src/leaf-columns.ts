import { type Column, columnFrom, evaluateColumns } from "@cxmetrics/formula";
import { columnOf } from "./check-table.js";
import type { IndexDefinition, Indicator } from "./index-definition.js";
import type { IndexTable } from "./index-table.js";
import { loweredCap, loweredScale } from "./lowered.js";
import { cappedName, rawName } from "./node-id.js";
import { numbersOf } from "./numbers-of.js";

/** One leaf over all units: what it was, what capping made of it, and its value. */
export interface LeafColumns {
  readonly raw: Column;
  readonly capped: Column;
  readonly value: Column;
  /** Units whose raw value a cap changed. */
  readonly cappedCount: number;
  /** Units that hold a value although the leaf does not apply to them. */
  readonly strayCount: number;
}

/** Reads the column of a leaf, caps it and normalises it. */
export function leafColumns(
  definition: IndexDefinition,
  id: string,
  leaf: Indicator,
  table: IndexTable,
): LeafColumns {
  const length = table.units.length;
  const cells = table.columns[columnOf(leaf, id)] ?? [];
  const notApplicable = leaf.appliesTo ? unitsOutside(leaf.appliesTo, table) : undefined;
  const raw = columnFrom(cells, notApplicable);
  const capped = evaluateColumns(loweredCap(leaf, id), new Map([[rawName(id), raw]]), length);
  const value = evaluateColumns(
    loweredScale(definition, leaf, id),
    new Map([[cappedName(id), capped]]),
    length,
  );
  let cappedCount = 0;
  for (let row = 0; row < length; row++) if (raw.values[row] !== capped.values[row]) cappedCount += 1;
  let strayCount = 0;
  if (notApplicable)
    for (let row = 0; row < length; row++) {
      const cell = cells[row];
      if (notApplicable[row] && typeof cell === "number" && !Number.isNaN(cell)) strayCount += 1;
    }
  return { raw, capped, value, cappedCount, strayCount };
}

function unitsOutside(appliesTo: NonNullable<Indicator["appliesTo"]>, table: IndexTable): boolean[] {
  const inside = new Set<string | null>(appliesTo.values);
  const texts = table.attributes?.[appliesTo.attribute] ?? [];
  return Array.from(texts, (text) => !inside.has(text));
}

/** Lists for the result; the capped values are the very list of raw values where no cap bound. */
export function leafLists({ raw, capped, cappedCount }: LeafColumns) {
  const rawList = numbersOf(raw);
  return { raw: rawList, capped: cappedCount === 0 ? rawList : numbersOf(capped) };
}
