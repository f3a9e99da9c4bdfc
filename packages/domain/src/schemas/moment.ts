import * as z from "zod";

/** A point in time: whole epoch milliseconds within what a JavaScript date can hold. */
export const moment: z.ZodInt = z.int().min(-8_640_000_000_000_000).max(8_640_000_000_000_000);

/** A span of time: elapsed milliseconds. */
export const span: z.ZodNumber = z.number().min(0);
