import {
  CxMetricsError,
  didYouMean,
  digestOf,
  expectRecord,
  expectText,
  type ProblemPath,
} from "@cxmetrics/definition";
import { frozenCopy } from "../frozen-copy.js";
import { readMap } from "../read/map.js";
import { fillConstants } from "./fill-constants.js";
import { fillPlaceholders } from "./placeholders.js";
import {
  expandedIdTaken,
  parameterMissing,
  templateCycle,
  tooManyNodes,
  unknownTemplate,
} from "./problems.js";
import { expectParameter, readConstants, readTemplates } from "./read-templates.js";
import type { Template } from "./template.js";

/** So many nodes are more than any document that people read; templates within templates must not explode. */
const limit = 20_000;

type Record_ = Readonly<Record<string, unknown>>;

/**
 * The document with ordinary nodes in place of every `use`, and numbers in place of every `#constant`. A document without
 * either is returned as it is; an expanded one says by digest from which document it comes.
 */
export function expandDocument(document: unknown): unknown {
  const plain = typeof document === "object" && document !== null && !Array.isArray(document);
  if (!plain) return document;
  const { templates, ...rest } = document as Record_;
  const { constants, nodes } = rest;
  if (templates !== undefined) readTemplates(templates, ["templates"]);
  if (constants !== undefined) readConstants(constants, ["constants"]);
  const uses = typeof nodes === "object" && nodes !== null && Object.values(nodes).some(isUse);
  if (templates === undefined && !uses && (constants === undefined || rest["expandedFrom"] !== undefined))
    return document;
  const expanded = uses ? expandNodes(nodes, (templates ?? {}) as Readonly<Record<string, Template>>) : nodes;
  const filled = constants === undefined ? expanded : fillConstants(expanded, constants, ["nodes"]);
  return frozenCopy({ ...rest, nodes: filled, expandedFrom: digestOf(document) });
}

function isUse(node: unknown): boolean {
  return typeof node === "object" && node !== null && (node as Record_)["kind"] === "use";
}

function expandNodes(nodes: unknown, templates: Readonly<Record<string, Template>>): unknown {
  const written = readMap(nodes, ["nodes"]);
  const taken = new Set(written.map(([id]) => id));
  const expanded: (readonly [string, unknown])[] = [];

  const put = (id: string, node: unknown, stack: readonly string[]): void => {
    if (expanded.length >= limit)
      throw new CxMetricsError(tooManyNodes, { path: ["nodes"], values: { limit } });
    const path = ["nodes", id];
    if (!isUse(node)) {
      expanded.push([id, node]);
      return;
    }
    const use = expectRecord(
      node,
      path,
      ["kind", "title", "provenance", "template"],
      ["note", "with", "origin"],
    );
    const name = expectText(use["template"], [...path, "template"]);
    const template = Object.hasOwn(templates, name) ? templates[name] : undefined;
    if (template === undefined)
      throw new CxMetricsError(unknownTemplate, {
        path: [...path, "template"],
        values: { template: name, hint: didYouMean(name, Object.keys(templates)) },
      });
    if (stack.includes(name))
      throw new CxMetricsError(templateCycle, {
        path: [...path, "template"],
        values: { cycle: [...stack.slice(stack.indexOf(name)), name].join(" → ") },
      });
    const fullId = (inner: string) => (inner === template.root ? id : `${id}_${inner}`);
    const values = new Map([
      ...parametersOf(template, name, use["with"], path),
      ...Object.keys(template.nodes).map((inner) => [inner, fullId(inner)] as const),
    ]);
    const inOrder = [
      template.root,
      ...Object.keys(template.nodes).filter((inner) => inner !== template.root),
    ];
    const origin = { id: name, use: id, provenance: template.provenance };
    for (const inner of inOrder) {
      const own = fullId(inner);
      if (own !== id) {
        if (taken.has(own)) throw new CxMetricsError(expandedIdTaken, { path, values: { id: own } });
        taken.add(own);
      }
      const filled = fillPlaceholders(template.nodes[inner], values, name, [
        "templates",
        name,
        "nodes",
        inner,
      ]);
      const head = own === id ? headOf(use) : {};
      put(own, { ...(filled as Record_), ...head, origin }, [...stack, name]);
    }
  };
  for (const [id, node] of written) put(id, node, []);
  return Object.fromEntries(expanded);
}

function headOf({ title, provenance, note }: Record_): Record_ {
  return { title, provenance, ...(note === undefined ? {} : { note }) };
}

function parametersOf(
  { parameters }: Template,
  template: string,
  given: unknown,
  path: ProblemPath,
): readonly (readonly [string, number | string])[] {
  const at = [...path, "with"];
  const names = Object.keys(parameters);
  const record = expectRecord(given ?? {}, at, [], names);
  return Object.entries(parameters).map(([parameter, spec]) => {
    const value = record[parameter] ?? spec.default;
    if (value === undefined)
      throw new CxMetricsError(parameterMissing, { path: at, values: { template, parameter } });
    return [
      parameter,
      expectParameter(value, spec.type, [...at, parameter], { parameter, template }),
    ] as const;
  });
}
