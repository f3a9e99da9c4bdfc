import {
  CxMetricsError,
  expectList,
  expectRecord,
  expectText,
  type NotComputable,
} from "@cxmetrics/definition";
import { type Column, faultCode, weightToNumber } from "@cxmetrics/formula";
import type { FittedNode } from "../calibration/calibration.js";
import { evaluateFitted } from "../calibration/evaluate-fitted.js";
import { fittedNodeOf } from "../calibration/fitted-node-of.js";
import type { CohortColumn } from "../cohort/cohort-column.js";
import type { CohortFitted } from "../cohort/cohort-method.js";
import { cohortMethodOf, readCohortMethod } from "../cohort/registry.js";
import type { IndexDefinition } from "../index-definition.js";
import { numbersOf } from "../numbers-of.js";
import { duplicateChild, weightsSumToZero, weightTwice } from "../problems.js";
import { readWeight } from "../read/weight.js";
import { warning } from "../warning.js";
import type { CohortNode } from "./cohort/cohort-node.js";
import type { NodeContext, NodeKind } from "./node-kind.js";

/** Ranks and other values that depend on all units of the table. */
export const cohort: NodeKind<CohortNode> = {
  kind: "cohort",
  title: { en: "Algorithm over all units", zh: "全体对象算法" },
  members: { required: ["algorithm", "children"], optional: [] },
  read: (record, path) => {
    const seen = new Set<string>();
    let weighed = 0;
    let positive = 0;
    const children = expectList(
      record["children"],
      [...path, "children"],
      (item, at) => {
        const child = expectRecord(item, at, ["node"], ["weight"]);
        const node = expectText(child["node"], [...at, "node"]);
        if (seen.has(node)) throw new CxMetricsError(duplicateChild, { path: at, values: { node } });
        seen.add(node);
        if (child["weight"] === undefined) return;
        weighed += 1;
        if (weightToNumber(readWeight(child["weight"], [...at, "weight"])) > 0) positive += 1;
      },
      1,
    );
    const at = { path: [...path, "children"], values: { node: String(path.at(-1)) } };
    if (weighed > 0 && weighed < children.length) throw new CxMetricsError(weightTwice, at);
    if (weighed > 0 && positive === 0) throw new CxMetricsError(weightsSumToZero, at);
    readCohortMethod(record["algorithm"], [...path, "algorithm"], children.length);
  },
  links: (node) =>
    node.children.map((child, index) => ({ node: child.node, raw: false, at: ["children", index, "node"] })),
  lower: (definition, id, node) => {
    const fitted = fittedOf(definition, id);
    const inputs = node.children.map((child) => child.node);
    return fitted && cohortMethodOf(node.algorithm).lower?.(node.algorithm, fitted, inputs, weightsOf(node));
  },
  compute: (definition, id, node, context) => {
    const method = cohortMethodOf(node.algorithm);
    const lowered = cohort.lower?.(definition, id, node);
    if (lowered !== undefined) return { value: evaluateFitted(lowered, context.columns, context.length) };
    const columns = childColumns(node, context);
    const weights = weightsOf(node);
    const outcome =
      method.kind === "fit"
        ? fittedNodeOf(definition, id)?.notFitted?.["aggregate"]
        : method.compute(node.algorithm, {
            columns: columns.map(numbersOf),
            ...(weights && method.weighted ? { weights } : {}),
          });
    if (outcome === undefined || outcome.status !== "ok") return nothing(id, columns, context, outcome);
    const { status: _status, values: _values, reasons: _reasons, ...trace } = outcome;
    return { value: columnOf(outcome, columns), told: () => ({ trace: { ...trace } }) };
  },
  needsFit: (node) => cohortMethodOf(node.algorithm).kind === "fit",
  fit: (_definition, _id, node, context): FittedNode => {
    const columns = childColumns(node, context);
    const weights = weightsOf(node);
    const outcome = cohortMethodOf(node.algorithm).fit?.(node.algorithm, {
      columns: columns.map(numbersOf),
      ...(weights ? { weights } : {}),
    });
    if (outcome?.status !== "ok")
      return { n: { aggregate: 0 }, ...(outcome ? { notFitted: { aggregate: outcome } } : {}) };
    return { n: { aggregate: outcome.n }, aggregate: { ...outcome } };
  },
  methodKind: (node) => cohortMethodOf(node.algorithm).kind,
  describe: (_definition, _id, node) => {
    const { title, steps } = cohortMethodOf(node.algorithm);
    const numbered = (lang: "en" | "zh") =>
      steps.map((step, index) => `${index + 1}. ${step[lang]}`).join(lang === "en" ? " " : "");
    return { en: `${title.en}: ${numbered("en")}`, zh: `${title.zh}：${numbered("zh")}` };
  },
};

function weightsOf({ children }: CohortNode): readonly number[] | undefined {
  if (children.every((child) => child.weight === undefined)) return undefined;
  return children.map((child) => weightToNumber(child.weight ?? 0));
}

function childColumns({ children }: CohortNode, { columns }: NodeContext): readonly Column[] {
  return children.flatMap((child) => columns.get(child.node) ?? []);
}

function fittedOf(definition: IndexDefinition, id: string): CohortFitted | undefined {
  // The engine wrote it there, and the methods read it anew before they use it.
  return fittedNodeOf(definition, id)?.aggregate as unknown as CohortFitted | undefined;
}

/** Values as a column; a unit that takes no part keeps the reason that its children give. */
function columnOf({ values, reasons }: CohortColumn, children: readonly Column[]): Column {
  const column = { values: new Float64Array(values.length), fault: new Uint8Array(values.length) };
  values.forEach((value, row) => {
    if (value !== null) column.values[row] = value + 0;
    else if (reasons?.[row] === "no-distance") column.fault[row] = faultCode["division-by-zero"];
    else column.fault[row] = firstFault(children, row) || faultCode["outside-domain"];
  });
  return column;
}

function firstFault(children: readonly Column[], row: number): number {
  const codes = children.flatMap(({ fault }) => fault[row] || []);
  return codes.length === 0 ? 0 : Math.min(...codes);
}

/** No unit has a value, for a reason that the data give. */
function nothing(
  id: string,
  children: readonly Column[],
  { length }: NodeContext,
  why: NotComputable | undefined,
) {
  const value: Column = { values: new Float64Array(length), fault: new Uint8Array(length) };
  for (let row = 0; row < length; row += 1) value.fault[row] = firstFault(children, row) || faultCode.missing;
  if (!why) return { value };
  const text = {
    en: `"{node}" has no values: ${why.message.en}`,
    zh: `“{node}” 没有取值：${why.message.zh}`,
  };
  return { value, warnings: [warning("index.cohort-not-computable", text, { node: id })] };
}
