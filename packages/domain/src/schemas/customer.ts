import * as z from "zod";
import type { Customer } from "../customer.js";
import { alias, name } from "./names.js";

/**
 * A customer under a pseudonym. Any other field, such as a name or a telephone number, is refused.
 *
 * @example
 * ```ts
 * import { CustomerSchema } from "@cxmetrics/domain/schema";
 *
 * CustomerSchema.parse({ id: "c-81f3", segments: ["60+"] }).segments; // => ["60+"]
 * CustomerSchema.safeParse({ id: "c-81f3", phone: "13800000000" }).success; // => false
 * ```
 */
export const CustomerSchema: z.ZodType<Customer> = z.strictObject({
  id: alias,
  segments: z.array(name).exactOptional(),
});
