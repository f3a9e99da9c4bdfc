import { type AuditContext, leafAt } from "../audit-context.js";
import { type FindingText, finding } from "../finding.js";
import { percent } from "../say-names.js";
import type { Criterion } from "./criterion.js";

/** Which raw values of an indicator are there. Every unit is counted once. */
interface IndicatorCoverage {
  readonly available: number;
  readonly missing: number;
  readonly refused: number;
  /** There, but the evidence gate or an operation does not let them count. */
  readonly withheld: number;
  readonly notApplicable: number;
  /** Missing or refused ones for which an imputed value stands in. */
  readonly imputed: number;
  /** Available among applicable, 0…1; `null` where the indicator applies to no unit. */
  readonly share: number | null;
}

/** Coverage of indicators, units and nodes. */
export interface CoverageValues {
  readonly indicators: Readonly<Record<string, IndicatorCoverage>>;
  /** One a unit: available among applicable indicators; `null` where none applies. */
  readonly units: readonly (number | null)[];
  /** Nodes above the indicators: share of the units to which they apply that have a value, and least available share of weight among those. */
  readonly nodes: Readonly<
    Record<string, { readonly share: number | null; readonly leastWeight: number | null }>
  >;
}

type Cell = "available" | "missing" | "refused" | "withheld" | "notApplicable";

const remedy = {
  en: "Collect the data, leave it out of the index, or state and justify an imputation; policies for missing values only hide the gap.",
  zh: "请补充数据、将其移出指数，或说明并论证插补方法；缺失策略只会掩盖缺口。",
};
const indicatorCoverage: FindingText = {
  code: "audit.indicator-coverage",
  en: "Less than {least} of the units have a value: {nodes}; the least is {found}.",
  zh: "有数据的对象不足 {least} 的指标：{nodes}；最低为 {found}。",
  remedy,
};
const unitCoverage: FindingText = {
  code: "audit.unit-coverage",
  en: "{count} units have less than {least} of the indicators that apply to them: {units}; the least is {found}.",
  zh: "有 {count} 个对象的适用指标数据不足 {least}：{units}；最低为 {found}。",
  remedy,
};
const nodeCoverage: FindingText = {
  code: "audit.node-coverage",
  en: "Less than {least} of the units have a value of {nodes}; the least is {found}.",
  zh: "有数值的对象不足 {least} 的节点：{nodes}；最低为 {found}。",
  remedy: {
    en: "Mend the data below, or choose a missing policy for the node and say so.",
    zh: "请补充其下级数据，或为该节点选定缺失策略并予以说明。",
  },
};

/** Whether enough of the values are there. */
export const coverage: Criterion<"coverage", CoverageValues> = {
  id: "coverage",
  title: { en: "Coverage", zh: "数据覆盖" },
  thresholds: ["indicatorCoverage", "unitCoverage", "nodeCoverage"],
  examine: (context) => {
    const { leaves, nodes, table, result, thresholds } = context;
    const cells = leaves.map((id) => cellsOf(context, id));
    const indicators = leaves.map((id, at) => [id, counted(context, id, cells[at] ?? [])] as const);
    const units = table.units.map((_, row) => shareOf(cells.map((column) => column[row] ?? "missing")));
    const above = nodes.filter((id) => !leaves.includes(id));
    const told = above.map((id) => {
      const { values = [], reasons = [], coverage: weights = [] } = result.nodes[id] ?? {};
      const applicable = values.filter((_, row) => reasons?.[row] !== "not-applicable").length;
      const rows = values.flatMap((value, row) => (value === null ? [] : [weights[row] ?? null]));
      const shares = rows.filter((share) => share !== null);
      const leastWeight = shares.length > 0 ? shares.reduce((a, b) => Math.min(a, b)) : null;
      return [id, { share: applicable === 0 ? null : rows.length / applicable, leastWeight }] as const;
    });
    const low = (list: readonly (readonly [string, { share: number | null }])[], limit: number) =>
      list.filter(([, { share }]) => share !== null && share < limit);
    const [poorLeaves, poorNodes] = [
      low(indicators, thresholds.indicatorCoverage),
      low(told, thresholds.nodeCoverage),
    ];
    const poorUnits = units.flatMap((share, row) =>
      share !== null && share < thresholds.unitCoverage ? [{ row, share }] : [],
    );
    const least = (shares: readonly { readonly share: number | null }[]) =>
      shares.reduce((a, { share }) => Math.min(a, share ?? 1), 1);
    const [toldLeaves, toldUnits, toldNodes] = [
      [poorLeaves.map(([, part]) => part), thresholds.indicatorCoverage],
      [poorUnits, thresholds.unitCoverage],
      [poorNodes.map(([, part]) => part), thresholds.nodeCoverage],
    ].map(([parts, limit]) => ({
      least: percent(limit as number),
      found: percent(least(parts as readonly { share: number | null }[])),
    }));
    const all = cells.flat();
    const total = shareOf(all);
    return {
      message:
        total === null
          ? { en: "No indicator applies to any unit.", zh: "没有指标适用于任何对象。" }
          : {
              en: `${percent(total)} of the applicable values are there; ${all.filter((cell) => cell === "notApplicable").length} cells are not applicable.`,
              zh: `适用的数据中有 ${percent(total)} 可用；不适用的单元格有 ${all.filter((cell) => cell === "notApplicable").length} 个。`,
            },
      findings: [
        ...(poorLeaves.length > 0
          ? [
              finding(context, "fail", indicatorCoverage, {
                nodes: poorLeaves.map(([id]) => id),
                values: toldLeaves ?? {},
              }),
            ]
          : []),
        ...(poorUnits.length > 0
          ? [
              finding(context, "fail", unitCoverage, {
                rows: poorUnits.map(({ row }) => row),
                values: toldUnits ?? {},
              }),
            ]
          : []),
        ...(poorNodes.length > 0
          ? [
              finding(context, "fail", nodeCoverage, {
                nodes: poorNodes.map(([id]) => id),
                values: toldNodes ?? {},
              }),
            ]
          : []),
      ],
      values:
        total === null
          ? null
          : { indicators: Object.fromEntries(indicators), units, nodes: Object.fromEntries(told) },
    };
  },
};

function cellsOf(context: AuditContext, id: string): readonly Cell[] {
  const node = context.result.nodes[id];
  const raw = node?.adjusted ?? node?.raw ?? [];
  // Without an imputation, a value that is there and does not count was withheld on the way.
  const imputes = leafAt(context, id).impute !== undefined;
  return context.table.units.map((_, row): Cell => {
    if (node?.reasons?.[row] === "not-applicable") return "notApplicable";
    if (typeof raw[row] !== "number") return node?.coded?.[row]?.means === "refused" ? "refused" : "missing";
    return !imputes && typeof node?.values[row] !== "number" ? "withheld" : "available";
  });
}

function counted({ result }: AuditContext, id: string, cells: readonly Cell[]): IndicatorCoverage {
  const number = (wanted: Cell) => cells.filter((cell) => cell === wanted).length;
  const lacking = (row: number) => cells[row] === "missing" || cells[row] === "refused";
  return {
    available: number("available"),
    missing: number("missing"),
    refused: number("refused"),
    withheld: number("withheld"),
    notApplicable: number("notApplicable"),
    imputed: (result.nodes[id]?.values ?? []).filter((value, row) => value !== null && lacking(row)).length,
    share: shareOf(cells),
  };
}

function shareOf(cells: readonly Cell[]): number | null {
  const applicable = cells.filter((cell) => cell !== "notApplicable");
  if (applicable.length === 0) return null;
  return applicable.filter((cell) => cell === "available").length / applicable.length;
}
