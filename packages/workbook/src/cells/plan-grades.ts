import type { GradeCondition, Grades } from "@cxmetrics/index-model";
import type { Labels } from "../labels.js";
import { safeText } from "../safe-text.js";
import type { OwnParameter } from "../sheets/parameters-sheet.js";
import type { WorkbookSource } from "../workbook-source.js";
import type { ColumnBook } from "./column-book.js";
import type { ParameterCells } from "./parameter-cells.js";
import { quoted } from "./plan-inputs.js";
import { cutAtRows } from "./row-formula.js";

/** Adds the grade of each unit as formulas: band by value, conditions, gates, veto; or as values where a quota looks at all units. */
export function planGrades(
  source: WorkbookSource,
  grades: Grades,
  sheet: string,
  book: ColumnBook,
  cells: ParameterCells,
  labels: Labels,
): readonly OwnParameter[] {
  const { working, result, lang } = source;
  const titles = grades.bands.map((band) => safeText(band.title[lang]));
  const told = (result.grades ?? []).map(({ grade, status }) =>
    grade === null
      ? status.startsWith("withheld")
        ? labels.withheld
        : null
      : (titles[grades.bands.findIndex((band) => band.id === grade)] ?? null),
  );
  const last = {
    name: "result.grade",
    sheet,
    role: "output" as const,
    title: labels.grade,
    cells: told,
    faults: [],
  };
  if (grades.bands.some((band) => band.quota !== undefined) || titles.some((title) => title.length > 200)) {
    book.add({ ...last, subhead: labels.valueCell, cause: "cohort" });
    return [];
  }

  const own: OwnParameter[] = [];
  const parameter = (label: string, value: number, ...parts: readonly (string | number)[]): string => {
    const name = cells.own("p", "grades", ...parts);
    own.push({ name, title: labels.grade, label, value });
    return name;
  };
  const value = book.cellOf(grades.of, sheet) ?? "";
  const sign = grades.boundary === "upper-included" ? ">" : ">=";
  const step = (name: string, title: string, formula: string, subhead = labels.formulaCell): string => {
    book.add({
      name,
      sheet,
      role: "step",
      title,
      subhead,
      formula: cutAtRows(formula),
      format: "0",
      faults: [],
    });
    return book.cellOf(name, sheet) ?? "";
  };

  const byValue = grades.bands.reduceRight(
    (rest, { from, id }, index) =>
      from === undefined
        ? String(index + 1)
        : `IF(${value}${sign}${parameter(labels.from(titles[index] ?? id), from, id, "from")},${index + 1},${rest})`,
    String(grades.bands.length),
  );
  const band = step("result.band", labels.band, `IF(ISNUMBER(${value}),${byValue},NA())`);

  const conditionOf = (condition: GradeCondition, bandId: string, k: number) => {
    const name = condition.raw ? `${condition.node}.raw` : condition.node;
    const cell = book.cellOf(name, sheet) ?? "";
    const node = working.nodes[condition.node]?.title[lang] ?? condition.node;
    const bandTitle = titles[grades.bands.findIndex(({ id }) => id === bandId)] ?? bandId;
    const bounds = [
      ...(condition.atLeast === undefined
        ? []
        : [
            `${cell}>=${parameter(labels.condition(bandTitle, node, false), condition.atLeast, bandId, k + 1, "atLeast")}`,
          ]),
      ...(condition.atMost === undefined
        ? []
        : [
            `${cell}<=${parameter(labels.condition(bandTitle, node, true), condition.atMost, bandId, k + 1, "atMost")}`,
          ]),
    ];
    return {
      fails: `IF(ISNUMBER(${cell}),NOT(AND(${bounds.join(",")})),FALSE)`,
      open: `IF(ISNUMBER(${cell}),FALSE,NOT(IFERROR(${cell}=${quoted(labels.notApplicable)},FALSE)))`,
    };
  };
  const holds = grades.bands.map(({ id, conditions }, index) => {
    if (!conditions || conditions.length === 0) return "1";
    const told = conditions.map((condition, k) => conditionOf(condition, id, k));
    const any = (key: "fails" | "open") => `OR(${told.map((one) => one[key]).join(",")})`;
    return step(
      `result.conditions.${id}`,
      labels.conditionsOf(titles[index] ?? id),
      `IF(${any("fails")},0,IF(${any("open")},NA(),1))`,
    );
  });
  const kept = holds.every((text) => text === "1")
    ? band
    : step("result.bandAfter", labels.bandAfter, afterConditions(grades, band, holds));
  const gates = (grades.gates ?? []).flatMap((id) => {
    const node = working.nodes[id];
    return node?.kind === "gate"
      ? [{ effect: node.effect, triggered: `IFERROR(${book.cellOf(`${id}.triggered`, sheet)}=1,FALSE)` }]
      : [];
  });
  const caps = gates.flatMap(({ effect, triggered }) => {
    if (effect.do !== "cap-grade") return [];
    return [`IF(${triggered},${grades.bands.findIndex(({ id }) => id === effect.at) + 1},0)`];
  });
  const number = caps.length > 0 ? `MAX(${[kept, ...caps].join(",")})` : kept;
  let formula = `CHOOSE(${number},${titles.map(quoted).join(",")})`;
  const withheld = gates.flatMap(({ effect, triggered }) =>
    effect.do === "withhold-grade" ? [triggered] : [],
  );
  const veto = working.grades?.veto;
  if (veto) withheld.unshift(`EXACT(${book.cellOf(`attribute ${veto.attribute}`, sheet)},"confirmed")`);
  if (withheld.length > 0) formula = `IF(OR(${withheld.join(",")}),${quoted(labels.withheld)},${formula})`;
  book.add({ ...last, subhead: labels.formulaCell, formula: cutAtRows(formula) });
  return own;
}

/** The number of the band that the conditions leave. */
function afterConditions(
  { onFailedCondition, bands }: Grades,
  band: string,
  holds: readonly string[],
): string {
  if (onFailedCondition === "lower-by-one")
    return `IF(CHOOSE(${band},${holds.join(",")})=1,${band},${band}+1)`;
  return holds
    .slice(0, -1)
    .reduceRight(
      (rest, text, index) =>
        `IF(AND(${band}<=${index + 1},IF(${band}<=${index + 1},${text},0)=1),${index + 1},${rest})`,
      String(bands.length),
    );
}
