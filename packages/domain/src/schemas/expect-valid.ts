import { CxMetricsError, type ProblemPath, refuseUnsafeKeys } from "@cxmetrics/definition";
import type * as z from "zod";
import { notASchema } from "./problems.js";
import { toCxMetricsError } from "./to-cx-metrics-error.js";

/**
 * Reads untrusted data at the door: refuses keys that reach a prototype, which zod would drop in silence, then parses with a
 * schema.
 *
 * @param schema any zod 4 schema
 * @param value what came from outside
 * @param path where it stands, for the message
 * @returns the data, now known to fit
 * @throws `CxMetricsError` `document.invalid`; `document.unsafe-key`, `document.too-deep`; `schema.unknown` for something that is no schema
 * @example
 * ```ts
 * import { CustomerSchema, expectValid } from "@cxmetrics/domain/schema";
 *
 * expectValid(CustomerSchema, JSON.parse('{ "id": "c-81f3" }')).id; // => "c-81f3"
 * ```
 */
export function expectValid<T>(schema: z.ZodType<T>, value: unknown, path: ProblemPath = []): T {
  if (typeof schema?.safeParse !== "function") throw new CxMetricsError(notASchema);
  refuseUnsafeKeys(value, path);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw toCxMetricsError(result.error, { input: value, path });
}
