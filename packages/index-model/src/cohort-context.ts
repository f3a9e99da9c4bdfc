import type { IndexTable } from "./index-table.js";

/** What a method that looks at the whole table may see besides its columns. */
export interface CohortContext {
  readonly table: IndexTable;
  readonly length: number;
}
