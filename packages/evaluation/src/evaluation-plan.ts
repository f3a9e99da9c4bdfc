import type { Language, LocalizedText } from "@cxmetrics/definition";
import type { Inference } from "@cxmetrics/index-model";
import type { WrittenMeasure } from "./measures/measure.js";

/**
 * One whole evaluation as a document: why it is done, on what, by which index definition, from which raw sources, and how the
 * value of every indicator comes out of them. Every rule on which a figure depends stands here or in a definition it names.
 */
export interface EvaluationPlan {
  /** Format of the document; it freezes every default. */
  readonly formatVersion: 1;
  /** Dotted lower-case name, for example `sfo.passengers-2018`. */
  readonly id: string;
  /** Semantic version of the plan. */
  readonly version: string;
  readonly title: LocalizedText;
  /** What the evaluation is for and who asked. */
  readonly purpose: LocalizedText;
  /** What a unit is: `channel`, `institution`, `wave`, or another noun. */
  readonly unitOfEvaluation: string;
  /** In the order of presentation. */
  readonly units: readonly EvaluationUnit[];
  /** The index definition: `id@version`, or a file beside the plan. */
  readonly definition: DefinitionSource;
  /** Raw sources by name: a file, or a choice among files by an attribute of the unit. */
  readonly sources: Readonly<Record<string, PlanSource>>;
  /** Members that measures of a kind share unless they state their own, by kind. */
  readonly defaults?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** How each indicator of the index gets its value; a list holds one measure for some units each. */
  readonly measures: Readonly<Record<string, WrittenMeasure | readonly WrittenMeasure[]>>;
  /** Measures outside the index, told beside it: to check the index against, never part of it. */
  readonly criteria?: Readonly<Record<string, WrittenMeasure | readonly WrittenMeasure[]>>;
  /** Pairs of units whose difference is wanted. */
  readonly changes?: readonly PlannedChange[];
  readonly options?: PlanOptions;
}

/** One thing that gets a score. */
export interface EvaluationUnit {
  /** Letters (of any script), digits, `.`, `_`, `-`; begins with a letter or a digit. */
  readonly id: string;
  readonly title: LocalizedText;
  /**
   * What is known of the unit, by name: its channel, wave, area. `id` is always there. Sources find a unit's rows by these; the value
   * `*` finds the rows of every value.
   */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly period?: string;
}

/** A definition by `id@version`, or in a file whose path is relative to the plan. */
export type DefinitionSource = string | { readonly file: string };

/** A raw source. */
export type PlanSource = FileSource | ChosenSource;

/** What the rows of a source stand for, and whom they are about. */
export interface SourceStanding {
  /**
   * What chance means here: `sample` — the rows were drawn from more; `process` — every record is there, seen as one outcome of a
   * process that could have gone otherwise; `none` — plain facts without error. Left out it is `sample` for indicators that ask
   * people (`survey`, `text`, `expert`); for the others the index has no interval until it is said.
   */
  readonly inference?: Inference;
  /**
   * Other sources that hold the same people (a panel, or a survey of the logged customers). Different sources count as different
   * people unless it is said here.
   */
  readonly samePeople?: readonly string[];
}

/** A file of rows. */
export interface FileSource extends RowBinding, SourceStanding {
  /** Path relative to the plan. */
  readonly file: string;
  /** Encoding label of the WHATWG Encoding Standard; UTF-8 when left out. */
  readonly encoding?: string;
  /** Header in the file by the name that measures use; a name that is not listed is a header itself. Headers are trimmed. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** One of several file sources, chosen by an attribute of the unit: a file per wave, or per channel. */
export interface ChosenSource extends RowBinding, SourceStanding {
  /** Attribute of the unit, or `id`. */
  readonly by: string;
  /** Name of a file source by the attribute's value. */
  readonly from: Readonly<Record<string, string>>;
}

/** Which rows of a source count, and for which unit. */
export interface RowBinding {
  /**
   * Attribute of the unit by column: a row belongs to the unit when the cell equals the attribute. `{}` gives every row to every unit
   * that reads the source, and must be written out when there is more than one unit.
   */
  readonly rows?: Readonly<Record<string, string>>;
  /** Value, or list of values, that a column must hold, for every unit. */
  readonly where?: Readonly<Record<string, CellValue | readonly CellValue[]>>;
}

/** A value to compare cells with. Numbers are compared as numbers, texts trimmed. */
export type CellValue = string | number;

/** A difference that is wanted, `to` minus `from`. */
export interface PlannedChange {
  readonly from: string;
  readonly to: string;
}

/** Options of the whole evaluation. */
export interface PlanOptions {
  /** Confidence level of every interval; that of the definitions (0.95 elsewhere) when left out. */
  readonly level?: number;
  /** Estimates on fewer records are suppressed. */
  readonly minimumN?: number;
  /** Language of the summary when the caller asks for none. */
  readonly lang?: Language;
  /** How errors are carried into the index. */
  readonly uncertainty?: UncertaintySettings;
}

/** How errors are carried into the index. */
export interface UncertaintySettings {
  /** `auto` when left out: linearised, simulated where that would mislead. */
  readonly method?: "linearised" | "monte-carlo" | "auto";
  /** Draws of a simulation, 100 to 1,000,000; 10,000 when left out. */
  readonly draws?: number;
  /** Seed of a simulation, 0 to 4294967295; 1 when left out. */
  readonly seed?: number;
}
