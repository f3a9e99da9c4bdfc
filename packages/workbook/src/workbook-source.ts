import type { Language } from "@cxmetrics/definition";
import type { IndexDefinition, IndexResult, IndexTable } from "@cxmetrics/index-model";

/** What a workbook is made from, checked. */
export interface WorkbookSource {
  /** The definition as it is published. */
  readonly definition: IndexDefinition;
  /** The definition from which formulas are written: fitted, with every weight a number. */
  readonly working: IndexDefinition;
  readonly table: IndexTable;
  readonly result: IndexResult;
  readonly lang: Language;
  readonly title: string;
}
