import type { Provenance } from "@cxmetrics/definition";
import type { Labels } from "../labels.js";
import type { CellLook, WorkbookCell, WorkbookSheet } from "../workbook-model.js";
import type { WorkbookSource } from "../workbook-source.js";
import { formulaCell, textCell } from "./sheet-cell.js";
import { linesIn } from "./text-width.js";

/** What the first sheet tells of the others. */
export interface ReadMeFacts {
  /** Sheets with what stands on them. */
  readonly sheets: readonly (readonly [string, string])[];
  /** Parts that are written as values, with the reason. */
  readonly values: readonly (readonly [string, string])[];
  /** Verdicts of the check: agreeing, and all. */
  readonly verdicts: { readonly agreeing: string; readonly all: string };
}

const widths = [24, 96] as const;

/** The sheet that says what the workbook is and how to use it. */
export function readMeSheet(source: WorkbookSource, labels: Labels, facts: ReadMeFacts): WorkbookSheet {
  const { definition, result, lang } = source;
  const other = lang === "zh" ? "en" : "zh";
  const texts = labels.readMe;
  const rows: (readonly (WorkbookCell | undefined)[])[] = [];
  const heights = new Map<number, number>();
  const line = (label: string, text: string, look: CellLook = "wrap") => {
    heights.set(rows.length, Math.max(18, 16 * linesIn(text, widths[1]) + 2));
    rows.push([textCell(label, "code"), textCell(text, look)]);
  };
  const head = (text: string) => {
    rows.push([]);
    rows.push([textCell(text, "section"), textCell("", "section")]);
  };

  rows.push([textCell(source.title, "title")]);
  rows.push([textCell(definition.title[other], "note")]);
  rows.push([]);
  line(labels.id, `${definition.id}@${definition.version}`);
  line(labels.digest, result.definition.digest);
  line(labels.provenance, sayProvenance(definition.provenance, labels, lang));
  if (definition.purpose) line(labels.purpose, definition.purpose[lang]);
  const { calibration } = source.working;
  if (calibration) {
    const who = [calibration.population?.[lang], calibration.period, `n = ${calibration.n}`];
    line(labels.fittedOn, who.filter((part) => part !== undefined).join(" · "));
  }
  line(labels.engine, result.engine.replace(/^@/, ""));
  line(labels.scale, `${definition.scale.lower} … ${definition.scale.upper}`);
  line(labels.unit, labels.units(result.units.length));
  const { agreeing, all } = facts.verdicts;
  rows.push([textCell(texts.agreement, "code"), formulaCell(texts.agreeing(agreeing, all), "banner")]);
  const verdict = `B${rows.length + 1}`;
  rows.push([
    textCell(labels.verdict, "code"),
    formulaCell(`IF(${agreeing}=${all},"${labels.agrees}","${labels.differs}")`, "verdict"),
  ]);

  head(texts.about);
  line("", texts.aboutText);
  head(texts.how);
  texts.steps.forEach((step, index) => {
    line(String(index + 1), step);
  });
  head(texts.sheets);
  for (const [name, text] of facts.sheets) line(name, text);
  head(texts.colours);
  for (const [look, text] of Object.entries(texts.colourTexts))
    rows.push([{ look: look as CellLook, text: look === "input" ? "1.5" : " " }, textCell(text, "wrap")]);
  head(texts.values);
  if (facts.values.length === 0) line("", texts.noValues);
  for (const [name, reason] of facts.values) line(name, reason);
  head(texts.limits);
  for (const text of texts.limitTexts) line("", text);
  return {
    name: labels.sheets.readMe,
    rows,
    widths,
    heights: [...heights],
    frozen: { rows: 0, columns: 0 },
    tab: "1F4E79",
    rules: [{ kind: "verdict", range: `${verdict}:${verdict}`, word: labels.agrees }],
  };
}

/** Where something comes from, in one line. */
function sayProvenance(provenance: Provenance, labels: Labels, lang: "en" | "zh"): string {
  const { status, source, clause, date, url, note } = provenance;
  return [labels.provenanceStatus[status] ?? status, source, clause, date, url, note?.[lang]]
    .filter((part) => part !== undefined)
    .join(" · ");
}
