import type { Language } from "@cxmetrics/definition";
import type { IndexResult } from "@cxmetrics/index-model";

/** How a workbook is written. */
export interface WorkbookOptions {
  /** Language of headings and explanations; English when left out. Titles of the definition stand in both. */
  readonly lang?: Language;
  /** What `scoreIndex` returned for this definition and table; computed when left out. */
  readonly result?: IndexResult;
  /** Heading of every sheet; the title of the definition when left out. */
  readonly title?: string;
}
