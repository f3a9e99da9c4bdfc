import * as z from "zod";
import type { RelationalResponse, Response, TransactionalResponse } from "../response.js";
import { AnswerSchema } from "./answer.js";
import { moment } from "./moment.js";
import { alias, name } from "./names.js";

const head = {
  id: name,
  wave: name,
  respondent: alias,
  timeMs: moment,
  answers: z.record(name, AnswerSchema),
  channel: name.exactOptional(),
  invitation: name.exactOptional(),
  weight: z.number().gt(0).exactOptional(),
};

const relational = z.strictObject({ ...head, kind: z.literal("relational") });
const transactional = z.strictObject({ ...head, kind: z.literal("transactional"), touchpoint: name });

/**
 * A response to a relational wave.
 *
 * @example
 * ```ts
 * import { RelationalResponseSchema } from "@cxmetrics/domain/schema";
 *
 * const response = {
 *   kind: "relational",
 *   id: "r-1",
 *   wave: "2024-H1",
 *   respondent: "c-81f3",
 *   timeMs: Date.UTC(2024, 0, 4),
 *   answers: { ltr: 9, why: { missing: "blank" } },
 * };
 * RelationalResponseSchema.parse(response).answers; // => { ltr: 9, why: { missing: "blank" } }
 * RelationalResponseSchema.safeParse({ ...response, touchpoint: "first-policy" }).success; // => false
 * ```
 */
export const RelationalResponseSchema: z.ZodType<RelationalResponse> = relational;

/**
 * A response to a transactional wave; it names its touchpoint.
 *
 * @example
 * ```ts
 * import { TransactionalResponseSchema } from "@cxmetrics/domain/schema";
 *
 * const response = {
 *   kind: "transactional",
 *   id: "t-1",
 *   wave: "new-policy",
 *   respondent: "c-81f3",
 *   timeMs: Date.UTC(2024, 0, 4),
 *   answers: { ltr: 7 },
 *   touchpoint: "first-policy",
 * };
 * TransactionalResponseSchema.parse(response).touchpoint; // => "first-policy"
 * ```
 */
export const TransactionalResponseSchema: z.ZodType<TransactionalResponse> = transactional;

/**
 * A response of either kind, told apart by `kind`.
 *
 * @example
 * ```ts
 * import { ResponseSchema } from "@cxmetrics/domain/schema";
 *
 * ResponseSchema.safeParse({ kind: "mixed" }).success; // => false
 * ```
 */
export const ResponseSchema: z.ZodType<Response> = z.discriminatedUnion("kind", [relational, transactional]);
