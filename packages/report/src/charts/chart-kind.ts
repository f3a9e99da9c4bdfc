import type { Language, LocalizedText, ProblemPath } from "@cxmetrics/definition";
import type { Ink } from "../drawing/palette.js";
import type { ChartTable } from "./chart-table.js";

/** A way to show data: how it is read, drawn and told in numbers. */
export interface ChartKindEntry<T> {
  readonly title: LocalizedText;
  readonly expect: (value: unknown, path: ProblemPath) => T;
  readonly draw: (data: T, page: ChartPage) => Drawn;
  readonly tabulate: (data: T, lang: Language) => ChartTable;
}

/** What a drawing has to fit. */
export interface ChartPage {
  readonly lang: Language;
  readonly width: number;
}

/** A drawing: its elements, its height, and what its colours and shapes mean. */
export interface Drawn {
  readonly body: string;
  readonly height: number;
  readonly legend?: readonly LegendEntry[];
}

/** One sign and its meaning; signs differ in shape as well as in colour. */
export interface LegendEntry {
  readonly sign: Sign;
  readonly ink: Ink;
  readonly text: string;
}

/** Shapes of signs. */
export type Sign =
  | "circle"
  | "square"
  | "diamond"
  | "triangle"
  | "bar"
  | "outline"
  | "dashes"
  | "line"
  | "hatch";

/** A narrow page has no room for columns of text beside the drawing. */
export function isNarrow({ width }: ChartPage): boolean {
  return width < 480;
}
