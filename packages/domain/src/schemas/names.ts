import * as z from "zod";
import { identifier, notBlank, pseudonym, semanticVersion } from "./text-patterns.js";

/** An identifier of one's own. */
export const name: z.ZodString = z.string().regex(identifier.form);

/** Someone's pseudonym. */
export const alias: z.ZodString = z.string().regex(pseudonym.form);

/** A text with something in it. */
export const words: z.ZodString = z.string().regex(notBlank.form);

/** A semantic version. */
export const version: z.ZodString = z.string().regex(semanticVersion.form);
