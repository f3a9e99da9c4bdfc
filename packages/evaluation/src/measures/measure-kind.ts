import type { DefinitionReference, LocalizedText, Outcome, ProblemPath } from "@cxmetrics/definition";
import type { Inference } from "@cxmetrics/index-model";
import type { ScoreDefinition } from "@cxmetrics/scores";
import type { DefinitionSource, EvaluationUnit } from "../evaluation-plan.js";
import type { RowSelection, TallyEngine } from "../tally-engine.js";
import type { Measure } from "./measure.js";
import type { RowReading } from "./row-reading.js";

/** One kind of measure: how it is checked, what it reads, and how it is computed. Adding a kind is one file and the registry. */
export interface MeasureKind<M extends Measure = Measure> {
  readonly kind: M["kind"];
  readonly title: LocalizedText;
  /** Members of the kind beside those that every measure has. */
  readonly required: readonly (keyof M & string)[];
  readonly optional: readonly (keyof M & string)[];
  /** Whether the kind reads a source. */
  readonly sourced: boolean;
  /** Checks the kind's own members. */
  check(record: Readonly<Record<string, unknown>>, path: ProblemPath): void;
  /** Columns that the kind reads, by the plan's names. */
  columns(measure: M): readonly string[];
  /** What the estimate is multiplied with before it enters the index. */
  factor(measure: M): number;
  /** Short unit of the multiplied value, for reading: `%`, `‰`, `s`; empty for the value as it is. */
  suffix(measure: M): string;
  /** The estimate of one unit. */
  compute(measure: M, context: MeasureContext): Promise<Outcome>;
  /** Whether rows come one by one by chance; raters and actors have several. Rows when left out. */
  readonly drawnBy?: "row" | "rater" | "actor";
  /** How single rows move the estimate, for kinds in which they do so one by one: for covariances. */
  reading?(measure: M, context: MeasureContext): Promise<RowReading>;
  /** The values that single answers contribute, on unit scale, where they are few: for samples in which all answers agree. */
  answers?(measure: M, context: MeasureContext): Promise<readonly number[]>;
}

/** What a measure is computed in. */
export interface MeasureContext {
  readonly engine: TallyEngine;
  readonly unit: EvaluationUnit;
  /** Rows of the unit; empty for kinds without a source. */
  readonly rows: RowSelection;
  /** Header in the file of a name of the plan. */
  header(name: string): string;
  /** Confidence level asked for by the plan. */
  readonly level?: number;
  /** What the plan says that the error of the source stands for. */
  readonly inference?: Inference;
  /** Names the measure in results that have no definition of their own. */
  readonly reference: DefinitionReference;
  readonly title: LocalizedText;
  resolveScore(source: DefinitionSource, path: ProblemPath): Promise<ScoreDefinition>;
  readonly path: ProblemPath;
}
