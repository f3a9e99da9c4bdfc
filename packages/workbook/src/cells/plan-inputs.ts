import type { Labels } from "../labels.js";
import { safeText } from "../safe-text.js";
import type { WorkbookSource } from "../workbook-source.js";
import type { ColumnBook } from "./column-book.js";
import { columnValues, rawValues } from "./raw-values.js";
import { cutAtRows } from "./row-formula.js";

/** Longest text that a formula of Excel may hold. */
const longestText = 250;

/** Adds the columns of the data: raw values, further columns that formulas read, attributes that decide, and what they decide. */
export function planInputs(
  source: WorkbookSource,
  needed: ReadonlySet<string>,
  sheet: string,
  book: ColumnBook,
  labels: Labels,
): void {
  const { working, result, lang, table } = source;
  const mark = labels.notApplicable;
  const inapplicable = (cells: readonly unknown[]) =>
    cells.includes(mark) ? (["missing", "not-applicable"] as const) : (["missing"] as const);

  for (const [id, node] of Object.entries(working.nodes)) {
    if (node.kind !== "indicator") continue;
    const cells = rawValues(result, id, mark);
    const mayNot = node.appliesTo ?? node.codes?.notApplicable;
    book.add({
      name: `${id}.raw`,
      node: id,
      sheet,
      role: "raw",
      title: node.title[lang],
      subhead: node.unit,
      method: labels.sources[node.source] ?? node.source,
      cells,
      faults: mayNot ? ["missing", "not-applicable"] : inapplicable(cells),
    });
  }
  for (const name of needed) {
    if (!name.startsWith("@")) continue;
    const cells = columnValues(source, name.slice(1), mark);
    book.add({
      name,
      sheet,
      role: "column",
      title: name.slice(1),
      subhead: labels.column,
      cells,
      faults: inapplicable(cells),
    });
  }

  const attributeColumn = (attribute: string): string => {
    const name = `attribute ${attribute}`;
    if (!book.find(name)) {
      const texts: ArrayLike<unknown> =
        table.attributes && Object.hasOwn(table.attributes, attribute)
          ? (table.attributes[attribute] ?? [])
          : [];
      book.add({
        name,
        sheet,
        role: "attribute",
        title: attribute,
        subhead: labels.statement(attribute),
        cells: result.units.map((_, row) => (typeof texts[row] === "string" ? safeText(texts[row]) : null)),
        faults: [],
      });
    }
    return book.cellOf(name, sheet) ?? "";
  };
  const statement = (name: string, node: string, title: string, subhead: string, formula: string) => {
    book.add({
      name,
      node,
      sheet,
      role: "statement",
      title,
      subhead,
      formula: cutAtRows(formula),
      faults: ["missing"],
    });
  };
  for (const [id, node] of Object.entries(working.nodes)) {
    if (node.kind === "gate" && "attribute" in node.when) {
      const { attribute, confirmed, clear } = node.when;
      const cell = attributeColumn(attribute);
      if ([...confirmed, ...clear].some((text) => safeText(text).length > longestText)) {
        const cells = (result.nodes[id]?.statuses ?? []).map((status) =>
          status === "triggered" ? 1 : status === "passed" ? 0 : null,
        );
        const subhead = labels.statement(attribute);
        book.add({
          name: `${id}.statement`,
          sheet,
          role: "column",
          title: node.title[lang],
          subhead,
          cells,
          faults: ["missing"],
        });
        continue;
      }
      const among = (texts: readonly string[]) =>
        `OR(${texts.map((text) => `EXACT(${cell},${quoted(text)})`).join(",")})`;
      const formula = `IF(${among(confirmed)},1,IF(${among(clear)},0,NA()))`;
      statement(`${id}.statement`, id, node.title[lang], labels.statement(attribute), formula);
    }
    if (node.kind === "indicator" && node.evidence?.stated?.length) {
      const cells = node.evidence.stated.map(attributeColumn);
      const formula = `IF(AND(${cells.map((cell) => `LEN(TRIM(${cell}))>0`).join(",")}),1,NA())`;
      statement(
        `${id}.stated`,
        id,
        node.title[lang],
        labels.stated(node.evidence.stated.join(", ")),
        formula,
      );
    }
  }
  const veto = working.grades?.veto?.attribute;
  if (veto !== undefined) attributeColumn(veto);
}

/** A text inside a formula. */
export function quoted(text: string): string {
  return `"${safeText(text).replaceAll('"', '""')}"`;
}
