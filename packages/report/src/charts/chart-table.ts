/** The numbers of a chart, as they stand beside it. */
export interface ChartTable {
  readonly heads: readonly ChartHead[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
}

/** Head of a column. */
export interface ChartHead {
  readonly text: string;
  readonly align: "left" | "right";
}

/** A column of texts. */
export function textHead(text: string): ChartHead {
  return { text, align: "left" };
}

/** A column of numbers. */
export function numberHead(text: string): ChartHead {
  return { text, align: "right" };
}
