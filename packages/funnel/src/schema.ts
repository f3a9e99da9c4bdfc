import { LocalizedTextSchema, ProvenanceSchema } from "@cxmetrics/domain/schema";
import * as z from "zod";
import type {
  FunnelDefinition as FunnelDefinitionType,
  FunnelPredicate as FunnelPredicateType,
} from "./funnel-definition.js";

const text = z.string().regex(/\S/);
const title = LocalizedTextSchema.meta({ id: "LocalizedText" });
const span = z.int().min(1);
const event = z.union([text, z.array(text).min(1)]);
const scalar = z.union([z.string(), z.number(), z.boolean()]);

const predicate: z.ZodType<FunnelPredicateType> = z
  .lazy(() =>
    z.union([
      z.strictObject({ property: text, equals: scalar }),
      z.strictObject({ property: text, in: z.array(scalar).min(1) }),
      z.strictObject({
        property: text,
        range: z.strictObject({
          from: z.number().exactOptional(),
          to: z.number().exactOptional(),
          inclusive: z.enum(["both", "from", "to", "neither"]),
        }),
      }),
      z.strictObject({ property: text, isNull: z.boolean() }),
      z.strictObject({ all: z.array(predicate).min(1) }),
      z.strictObject({ any: z.array(predicate).min(1) }),
      z.strictObject({ not: predicate }),
    ]),
  )
  .meta({ id: "FunnelPredicate" });

const definition = z
  .strictObject({
    formatVersion: z.literal(1),
    id: z.string().regex(/^[a-z][a-z0-9-]*(?:\.[a-z0-9][a-z0-9-]*)*$/),
    version: z.string().regex(/^\d+\.\d+\.\d+/),
    title,
    provenance: ProvenanceSchema.meta({ id: "Provenance" }),
    steps: z
      .array(
        z.strictObject({
          name: text,
          title: title.exactOptional(),
          event,
          where: predicate.exactOptional(),
          firstEver: z.literal(true).exactOptional(),
          optional: z.literal(true).exactOptional(),
        }),
      )
      .min(1),
    order: z.enum(["ordered", "any"]),
    windowMs: span.nullable(),
    ties: z.enum(["sequence", "simultaneous", "strictly-later"]),
    entry: z.enum(["best", "first", "every"]),
    reuse: z.enum(["once", "repeat"]),
    gapMs: z.union([span, z.array(span.nullable())]).exactOptional(),
    adjacency: z.enum(["no-foreign-event-between", "immediately-next", "stop-on-repeat"]).exactOptional(),
    exclusions: z
      .array(
        z.strictObject({
          event,
          where: predicate.exactOptional(),
          between: z.tuple([text, text]),
          effect: z.enum(["void-attempt", "drop-actor"]),
        }),
      )
      .min(1)
      .exactOptional(),
    actor: z
      .strictObject({
        unit: z.enum(["user", "session", "account", "group"]),
        property: text.exactOptional(),
      })
      .exactOptional(),
    dateRange: z.strictObject({ fromMs: z.number().nullable(), toMs: z.number().nullable() }).exactOptional(),
    count: z.enum(["actors", "attempts", "sessions"]).exactOptional(),
    session: text.exactOptional(),
    breakdown: z
      .strictObject({
        property: text,
        attribution: z.union([z.enum(["first-touch", "last-touch", "all"]), z.strictObject({ step: text })]),
      })
      .exactOptional(),
  })
  .meta({ title: "Funnel definition, format version 1" });

/**
 * The shape of a funnel definition as a zod schema. It checks shape alone: which rules go together, and whether a step that
 * is named exists, only `defineFunnel` tells.
 *
 * @example
 * ```ts
 * import { FunnelDefinitionSchema } from "@cxmetrics/funnel/schema";
 * FunnelDefinitionSchema.safeParse({ steps: [] }).success; // => false
 * ```
 */
export const FunnelDefinitionSchema: z.ZodType<FunnelDefinitionType> = definition;

/**
 * The same as JSON Schema (draft 2020-12), as it is shipped in `schemas/funnel-definition-1.schema.json`.
 *
 * @example
 * ```ts
 * import { funnelDefinitionJsonSchema } from "@cxmetrics/funnel/schema";
 * funnelDefinitionJsonSchema.title; // => "Funnel definition, format version 1"
 * ```
 */
export const funnelDefinitionJsonSchema: Readonly<Record<string, unknown>> = z.toJSONSchema(definition, {
  target: "draft-2020-12",
});
