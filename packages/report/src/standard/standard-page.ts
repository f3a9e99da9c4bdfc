import { fillMessage, type Language, type LocalizedText } from "@cxmetrics/definition";
import { roundDecimal } from "@cxmetrics/formula";
import type { IndexDefinition } from "@cxmetrics/index-model";
import { type Child, type Html, html, markup } from "../markup/html.js";
import { data } from "../page/report-page.js";
import type { StandardSupplement } from "./standard-supplement.js";
import { standardWords } from "./standard-words.js";

/** What the parts of a standard have in common. */
export interface StandardPage {
  readonly definition: IndexDefinition;
  readonly supplement: StandardSupplement;
  readonly lang: Language;
  readonly say: (
    word: keyof typeof standardWords,
    values?: Readonly<Record<string, string | number>>,
  ) => string;
  /** A text of the documents. */
  readonly told: (text: LocalizedText) => Html;
  readonly titleOf: (id: string) => string;
  /** A figure with the decimals and the rule of the worked example. */
  readonly figure: (value: number) => string;
  readonly table: (table: Sheet) => Html;
}

/** A numbered table; the first cell of a row names it. */
interface Sheet {
  readonly title: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Child[])[];
  /** Class of the table: which columns are wide. */
  readonly form?: "card" | "form";
}

/** A section with its heading; an id never comes from data. */
export interface StandardSection {
  readonly id: string;
  readonly title: string;
  readonly body: Child;
}

/** Prepares a standard in a language. */
export function standardPage(
  definition: IndexDefinition,
  supplement: StandardSupplement,
  lang: Language,
): StandardPage {
  const { mode, workedDecimals } = supplement.rounding;
  let tables = 0;
  const say: StandardPage["say"] = (word, values = {}) => fillMessage(standardWords[word], values)[lang];
  return {
    definition,
    supplement,
    lang,
    say,
    told: (text) => data(text[lang]),
    titleOf: (id) => (Object.hasOwn(definition.nodes, id) ? (definition.nodes[id]?.title[lang] ?? id) : id),
    figure: (value) => minus(roundDecimal(value, workedDecimals, mode).toFixed(workedDecimals)),
    table: ({ title, heads, rows, form }) => {
      tables += 1;
      return html`<table class="${form ?? "sheet"}"><caption>${say("table", { number: tables, title })}</caption>${
        heads.length > 0
          ? html`<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>`
          : null
      }<tbody>${rows.map(
        ([name, ...cells]) =>
          html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td${isFigure(cell) ? markup(' class="num"') : null}>${cell}</td>`)}</tr>\n`,
      )}</tbody></table>\n`;
    },
  };
}

/** A number in full, as it was read. */
export function inFull(value: number): string {
  return minus(String(value));
}

/** A number with so many decimals, or what stands in its place. */
export function withDecimals(value: number | null, decimals: number, otherwise = "–"): string {
  return value === null ? otherwise : minus(value.toFixed(decimals));
}

/** A figure must not break over two lines. */
function isFigure(cell: Child): boolean {
  return typeof cell === "number" || (typeof cell === "string" && /^−?[\d.,]+%?$/.test(cell));
}

function minus(text: string): string {
  return text.replace(/^-(?=[0.]*$)/, "").replace(/^-/, "−");
}
