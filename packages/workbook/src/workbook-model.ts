/** How a cell looks; the adapter knows the colours. */
export type CellLook =
  | "title"
  | "note"
  | "head"
  | "section"
  | "subhead"
  | "text"
  | "wrap"
  | "code"
  | "unit"
  | "input"
  | "parameter"
  | "derived"
  | "fixed"
  | "computed"
  | "root"
  | "value"
  | "plain-number"
  | "verdict"
  | "banner";

/** A cell: a text, a number, a formula without its `=`, or nothing but a look. Formulas carry no cached value. */
export interface WorkbookCell {
  readonly text?: string;
  readonly number?: number;
  readonly formula?: string;
  readonly look: CellLook;
  /** Number format of the sheet, such as `0.00`. */
  readonly format?: string;
  /** Steps by which a text is moved in. */
  readonly indent?: number;
}

/** A sheet as plain data. */
export interface WorkbookSheet {
  readonly name: string;
  readonly rows: readonly (readonly (WorkbookCell | null | undefined)[])[];
  /** Widths of the columns in characters. */
  readonly widths: readonly number[];
  /** Rows, counted from 0, with their heights in points; the others have the usual one. */
  readonly heights?: readonly (readonly [row: number, height: number])[];
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Whether it is printed over several pages side by side rather than shrunk to one. */
  readonly wide?: true;
  /** Colour of the tab, `RRGGBB`. */
  readonly tab?: string;
  /** Ranges with a rule of colour. */
  readonly rules?: readonly WorkbookRule[];
  /** Range with filter arrows. */
  readonly filter?: string;
}

/** What a range shows by colour: errors in grey, or agreement in green and the rest in red. */
export interface WorkbookRule {
  readonly kind: "errors" | "verdict";
  readonly range: string;
  /** `verdict`: the word of agreement. */
  readonly word?: string;
}

/** A defined name for one cell. */
export interface WorkbookName {
  readonly name: string;
  /** Such as `'Parameters'!$D$7`. */
  readonly cell: string;
}

/** A workbook as plain data. */
export interface Workbook {
  readonly title: string;
  readonly lang: "en" | "zh";
  readonly sheets: readonly WorkbookSheet[];
  readonly names: readonly WorkbookName[];
  /** Parts that are written as values, where there are any. */
  readonly values?: readonly string[];
}
