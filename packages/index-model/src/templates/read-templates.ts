import {
  CxMetricsError,
  didYouMean,
  expectLocalizedText,
  expectOneOf,
  expectProvenance,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { rational } from "@cxmetrics/formula";
import { nodeIdPattern } from "../node-id.js";
import { readMap } from "../read/map.js";
import { badConstant, parameterType, templateNameTwice, templateRootMissing } from "./problems.js";
import type { TemplateParameter } from "./template.js";

const name = { en: "a name of letters, digits, _ or -", zh: "由字母、数字、_ 或 - 组成的名称" };
const types = ["number", "text", "column", "node"] as const;

/** Expects the templates of a document. Their nodes are checked where they are used, with the parameters filled in. */
export function readTemplates(value: unknown, path: ProblemPath): void {
  for (const [id, template] of readMap(value, path)) {
    const at = [...path, id];
    expectText(id, at, nodeIdPattern, name);
    const record = expectRecord(
      template,
      at,
      ["title", "provenance", "parameters", "root", "nodes"],
      ["note"],
    );
    readHead(record, at);
    const nodes = readMap(record["nodes"], [...at, "nodes"]).map(([node]) => node);
    for (const node of nodes) expectText(node, [...at, "nodes", node], nodeIdPattern, name);
    for (const [parameter, spec] of readMap(record["parameters"], [...at, "parameters"])) {
      const where = [...at, "parameters", parameter];
      expectText(parameter, where, nodeIdPattern, name);
      if (nodes.includes(parameter))
        throw new CxMetricsError(templateNameTwice, {
          path: where,
          values: { name: parameter, template: id, placeholder: `{${parameter}}` },
        });
      const members = expectRecord(spec, where, ["type", "title"], ["default"]);
      const type = expectOneOf(members["type"], [...where, "type"], types);
      expectLocalizedText(members["title"], [...where, "title"]);
      if (members["default"] !== undefined)
        expectParameter(members["default"], type, [...where, "default"], { parameter, template: id });
    }
    const root = expectText(record["root"], [...at, "root"]);
    if (!nodes.includes(root))
      throw new CxMetricsError(templateRootMissing, {
        path: [...at, "root"],
        values: { root, template: id, hint: didYouMean(root, nodes) },
      });
  }
}

/** Expects the value of a parameter. */
export function expectParameter(
  value: unknown,
  type: TemplateParameter["type"],
  path: ProblemPath,
  names: { readonly parameter: string; readonly template: string },
): number | string {
  const fits = type === "number" ? isNumber(value) : typeof value === "string" && value.trim() !== "";
  if (!fits) throw new CxMetricsError(parameterType, { path, values: { ...names, type } });
  return value as number | string;
}

/** Expects the constants of a document. */
export function readConstants(value: unknown, path: ProblemPath): void {
  for (const [id, constant] of readMap(value, path)) {
    const at = [...path, id];
    expectText(id, at, nodeIdPattern, name);
    const record = expectRecord(constant, at, ["title", "value", "provenance"], ["unit", "note"]);
    readHead(record, at);
    if (record["unit"] !== undefined) expectText(record["unit"], [...at, "unit"]);
    if (!isNumber(record["value"]))
      throw new CxMetricsError(badConstant, { path: [...at, "value"], values: { name: id } });
  }
}

function readHead(record: Readonly<Record<string, unknown>>, path: ProblemPath): void {
  expectLocalizedText(record["title"], [...path, "title"]);
  expectProvenance(record["provenance"], [...path, "provenance"]);
  if (record["note"] !== undefined) expectLocalizedText(record["note"], [...path, "note"]);
}

function isNumber(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value !== "string" || !/^-?\d+(\.\d+)?\/\d+(\.\d+)?$/.test(value)) return false;
  const read = rational(value);
  return read !== undefined && Number.isFinite(read.numerator / read.denominator);
}
