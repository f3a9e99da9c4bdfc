import type { Expression } from "@cxmetrics/formula";
import * as z from "zod";
import type { Grades, IndexDefinition, IndexNode } from "./index-definition.js";
import { calibration } from "./schemas/calibration-shape.js";
import { expression } from "./schemas/expression-shape.js";
import { parts } from "./schemas/node-head.js";
import { node, writtenNode } from "./schemas/node-shapes.js";
import { localizedText, name, provenance, range, text } from "./schemas/primitives.js";
import { grades, ranking, view } from "./schemas/reading-shapes.js";

const indexDefinition = z.strictObject({
  formatVersion: z.literal(1),
  id: z.string().regex(/^[a-z][a-z0-9-]*(\.[a-z0-9][a-z0-9-]*)*$/),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/),
  title: localizedText,
  provenance,
  purpose: localizedText.exactOptional(),
  scale: range,
  root: text,
  outputs: z.array(text).min(1).exactOptional(),
  nodes: z.record(name, writtenNode),
  views: z.record(name, view).exactOptional(),
  grades: grades.exactOptional(),
  templates: z.record(name, parts.template).exactOptional(),
  constants: z.record(name, parts.constant).exactOptional(),
  rollups: z.record(name, parts.rollup).exactOptional(),
  expandedFrom: text.exactOptional(),
  ranking: ranking.exactOptional(),
  scope: z.literal("batch").exactOptional(),
  calibration: calibration.exactOptional(),
});

/** Shape of a formula; its names and arities are left to `parseExpression`. */
export const ExpressionSchema: z.ZodType<Expression> = expression;

/** Shape of one node of an index. */
export const IndexNodeSchema: z.ZodType<IndexNode> = node;

/** Shape of the grades of an index. */
export const GradesSchema: z.ZodType<Grades> = grades;

/**
 * Shape of an index definition, as zod schema: what an editor or a form can check. `defineIndex` checks more: links,
 * circles, weights, goalposts, bands, views. It takes documents as written, templates included; the type is that of the definition
 * that `defineIndex` gives.
 *
 * @example
 * ```ts
 * import { IndexDefinitionSchema } from "@cxmetrics/index-model/schema";
 *
 * IndexDefinitionSchema.safeParse({ formatVersion: 2 }).success; // => false
 * ```
 */
export const IndexDefinitionSchema = indexDefinition as unknown as z.ZodType<IndexDefinition>;

/**
 * The same shape as JSON Schema (draft 2020-12), for editors and other languages; the package ships it as
 * `schemas/index-definition-1.schema.json`.
 *
 * @example
 * ```ts
 * import { indexDefinitionJsonSchema } from "@cxmetrics/index-model/schema";
 *
 * indexDefinitionJsonSchema.$schema; // => "https://json-schema.org/draft/2020-12/schema"
 * ```
 */
export const indexDefinitionJsonSchema: Readonly<Record<string, unknown>> = {
  title: "Index definition, format 1",
  ...z.toJSONSchema(indexDefinition, { target: "draft-2020-12" }),
};
