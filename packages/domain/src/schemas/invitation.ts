import * as z from "zod";
import type { Invitation } from "../invitation.js";
import { moment } from "./moment.js";
import { alias, name } from "./names.js";

/**
 * One request to take part in a wave.
 *
 * @example
 * ```ts
 * import { InvitationSchema } from "@cxmetrics/domain/schema";
 *
 * const invitation = {
 *   id: "i-1",
 *   wave: "2024-H1",
 *   contact: "c-81f3",
 *   channel: "sms",
 *   sentMs: Date.UTC(2024, 0, 3),
 *   status: "answered",
 * };
 * InvitationSchema.parse(invitation).status; // => "answered"
 * InvitationSchema.safeParse({ ...invitation, contact: "a@b.cn" }).success; // => false
 * ```
 */
export const InvitationSchema: z.ZodType<Invitation> = z.strictObject({
  id: name,
  wave: name,
  contact: alias,
  channel: name,
  sentMs: moment,
  status: z.enum(["sent", "undelivered", "opened", "answered", "refused"]),
  occasionMs: moment.exactOptional(),
});
