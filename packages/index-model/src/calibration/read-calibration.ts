import {
  CxMetricsError,
  expectList,
  expectLocalizedText,
  expectNumber,
  expectOneOf,
  expectRecord,
  expectText,
  type LocalizedText,
  type ProblemPath,
} from "@cxmetrics/definition";
import type { IndexDefinition } from "../index-definition.js";
import { badCalibration } from "../problems.js";
import { readMap } from "../read/map.js";
import type { Calibration } from "./calibration.js";
import { nodesToFit } from "./nodes-to-fit.js";

const stages = ["impute", "treat", "normalise"] as const;
const digestForm = /^sha256:[0-9a-f]{64}$/;
const digest = {
  en: "a digest, sha256: and 64 hexadecimal digits",
  zh: "摘要值（sha256: 加 64 位十六进制数）",
};

/** Expects a calibration as it stands in a document. */
export function readCalibration(value: unknown, path: ProblemPath): void {
  const record = expectRecord(value, path, ["n", "dataDigest", "source", "nodes"], ["population", "period"]);
  if (record["population"] !== undefined) expectLocalizedText(record["population"], [...path, "population"]);
  if (record["period"] !== undefined) expectText(record["period"], [...path, "period"]);
  expectNumber(record["n"], [...path, "n"], { least: 1, integer: true });
  expectText(record["dataDigest"], [...path, "dataDigest"], digestForm, digest);
  const source = expectRecord(record["source"], [...path, "source"], ["id", "version", "digest"]);
  for (const name of ["id", "version", "digest"]) expectText(source[name], [...path, "source", name]);
  for (const [id, node] of readMap(record["nodes"], [...path, "nodes"]))
    readFittedNode(node, [...path, "nodes", id]);
}

function readFittedNode(value: unknown, path: ProblemPath): void {
  const record = expectRecord(
    value,
    path,
    ["n"],
    [...stages, "aggregate", "weights", "notFitted", "diagnostics"],
  );
  for (const [stage, n] of readMap(record["n"], [...path, "n"]))
    expectNumber(n, [...path, "n", stage], { least: 0, integer: true });
  for (const stage of stages)
    if (record[stage] !== undefined)
      for (const [name, fitted] of readMap(record[stage], [...path, stage])) {
        const at = [...path, stage, name];
        if (Array.isArray(fitted)) expectList(fitted, at, (item, where) => expectNumber(item, where));
        else expectNumber(fitted, at);
      }
  if (record["aggregate"] !== undefined) readMap(record["aggregate"], [...path, "aggregate"]);
  if (record["weights"] !== undefined)
    expectList(
      record["weights"],
      [...path, "weights"],
      (weight, at) => expectNumber(weight, at, { least: 0 }),
      1,
    );
  if (record["notFitted"] !== undefined)
    for (const [stage, reason] of readMap(record["notFitted"], [...path, "notFitted"])) {
      const at = [...path, "notFitted", stage];
      const told = expectRecord(reason, at, ["status", "reason", "message"]);
      expectOneOf(told["status"], [...at, "status"], ["not-computable"]);
      expectText(told["reason"], [...at, "reason"]);
      expectLocalizedText(told["message"], [...at, "message"]);
    }
  if (record["diagnostics"] !== undefined) readMap(record["diagnostics"], [...path, "diagnostics"]);
}

/** Checks that a calibration tells of exactly the nodes that need one. */
export function checkCalibration(definition: IndexDefinition): void {
  const { calibration } = definition;
  if (!calibration) return;
  const needed = new Set(nodesToFit(definition));
  for (const id of needed)
    if (!Object.hasOwn(calibration.nodes, id))
      refuse(id, { en: "its parameters are missing", zh: "缺少其参数" });
  for (const id of Object.keys(calibration.nodes))
    if (!needed.has(id)) refuse(id, { en: "the node needs no parameters", zh: "该节点不需要参数" });
  checkWeights(definition, calibration);
}

function checkWeights(definition: IndexDefinition, { nodes }: Calibration): void {
  for (const [id, { weights }] of Object.entries(nodes)) {
    const node = definition.nodes[id];
    if (weights === undefined) continue;
    const children = node?.kind === "aggregate" ? node.children.length : 0;
    if (weights.length !== children || weights.every((weight) => weight === 0))
      refuse(id, { en: "its weights do not fit its children", zh: "其权重与子节点不对应" });
  }
}

function refuse(node: string, what: LocalizedText): never {
  throw new CxMetricsError(badCalibration, { path: ["calibration", "nodes", node], values: { node, what } });
}
