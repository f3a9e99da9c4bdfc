import type { CellLook } from "./workbook-model.js";

/** Appearance of a look. Colours are `RRGGBB`. */
export interface Appearance {
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly ink?: string;
  readonly fill?: string;
  readonly border?: string;
  readonly wrap?: boolean;
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "center";
}

const line = "D9D9D9";

/** Every look. Yellow with blue figures may be changed, white is a formula, orange a value, grey does not act. */
export const looks: Readonly<Record<CellLook, Appearance>> = {
  title: { bold: true, size: 16, ink: "1F4E79" },
  note: { italic: true, ink: "595959" },
  head: {
    bold: true,
    ink: "FFFFFF",
    fill: "1F4E79",
    border: "FFFFFF",
    wrap: true,
    align: "center",
    vertical: "center",
  },
  section: { bold: true, ink: "FFFFFF", fill: "1F4E79" },
  subhead: { ink: "44546A", fill: "DDEBF7", border: line, align: "center", size: 9 },
  text: { border: line, vertical: "center" },
  wrap: { border: line, wrap: true, vertical: "center" },
  code: { ink: "44546A", border: line, size: 9, vertical: "center" },
  unit: { bold: true, fill: "F2F2F2", border: line },
  input: { ink: "0000C0", fill: "FFF9DB", border: line, align: "right" },
  parameter: { bold: true, ink: "0000C0", fill: "FFF2CC", border: "BF9000", align: "right" },
  derived: { fill: "E2EFDA", border: line, align: "right" },
  fixed: { ink: "7F7F7F", fill: "EDEDED", border: line, align: "right" },
  computed: { border: line, align: "right" },
  root: { bold: true, fill: "DDEBF7", border: "1F4E79", align: "right" },
  value: { fill: "FCE4D6", border: line, align: "right" },
  "plain-number": { ink: "595959", border: line, align: "right" },
  verdict: { border: line, align: "center" },
  banner: { bold: true, border: line },
};
