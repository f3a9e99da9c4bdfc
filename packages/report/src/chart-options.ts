import {
  expectList,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type Language,
} from "@cxmetrics/definition";

/** How a chart looks and what stands around it. */
export interface ChartOptions {
  readonly lang: Language;
  /** Title over the picture and its name for screen readers; the name of the kind when left out. */
  readonly title?: string;
  /** Lines under the picture: definition id@version, method, what n counts. */
  readonly notes?: readonly string[];
  /** Pixels, 280…2000; 760 when left out. Below 480 labels are shortened. */
  readonly width?: number;
  /** `auto` follows the reader's setting; `light` and `dark` have their colours written out, for programs that know no style sheets. */
  readonly theme?: "auto" | "light" | "dark";
  /** Prefix of the ids inside, for several pictures in one page: a letter, then letters, digits, `-` and `_`. */
  readonly id?: string;
}

/** Options with every default in place, and no title where none was given. */
export interface KnownChartOptions extends Required<Omit<ChartOptions, "title">> {
  readonly title?: string;
}

/** Reads the options of a chart. */
export function expectChartOptions(value: ChartOptions): KnownChartOptions {
  const record = expectRecord(value, ["options"], ["lang"], ["title", "notes", "width", "theme", "id"]);
  const { title, notes = [], width = 760, theme = "auto", id = "chart" } = record;
  return {
    lang: expectOneOf(record["lang"], ["options", "lang"], ["en", "zh"]),
    ...(title === undefined ? {} : { title: expectText(title, ["options", "title"]) }),
    notes: expectList(notes, ["options", "notes"], (note, at) => expectText(note, at)),
    width: expectNumber(width, ["options", "width"], { least: 280, most: 2000, integer: true }),
    theme: expectOneOf(theme, ["options", "theme"], ["auto", "light", "dark"]),
    id: expectText(id, ["options", "id"], /^[A-Za-z][\w-]*$/),
  };
}
