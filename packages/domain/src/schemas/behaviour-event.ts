import * as z from "zod";
import { type BehaviourEvent, eventFamilies } from "../behaviour-event.js";
import { moment } from "./moment.js";
import { alias, name, words } from "./names.js";

/**
 * One thing that one actor did. Properties are scalars, one level deep.
 *
 * @example
 * ```ts
 * import { BehaviourEventSchema } from "@cxmetrics/domain/schema";
 *
 * const event = { family: "behaviour", actor: "c-81f3", event: "apply", timeMs: Date.UTC(2024, 0, 4) };
 * BehaviourEventSchema.parse({ ...event, properties: { amount: 2500 } }).properties; // => { amount: 2500 }
 * BehaviourEventSchema.safeParse({ ...event, timeMs: "2024-01-04" }).success; // => false
 * ```
 */
export const BehaviourEventSchema: z.ZodType<BehaviourEvent> = z.strictObject({
  family: z.enum(Object.keys(eventFamilies) as (keyof typeof eventFamilies)[]),
  actor: alias,
  event: words,
  timeMs: moment,
  sequence: z.number().exactOptional(),
  session: name.exactOptional(),
  channel: name.exactOptional(),
  touchpoint: name.exactOptional(),
  properties: z
    .record(z.string().min(1).max(200), z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .exactOptional(),
});
