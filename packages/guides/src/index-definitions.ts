import type { IndexDefinition } from "@cxmetrics/index-model";
import { airportExperience } from "./definitions/airport-experience.js";
import { bankDigitalChannel } from "./definitions/bank-digital-channel.js";
import { undpHdi } from "./definitions/undp-hdi.js";
import { undpPhdi } from "./definitions/undp-phdi.js";

/**
 * Every shipped index definition by id.
 *
 * @example
 * ```ts
 * indexDefinitions["undp.hdi"].root; // => "HDI"
 * ```
 */
export const indexDefinitions = {
  "cx.airport-experience": airportExperience,
  "cx.bank-digital-channel": bankDigitalChannel,
  "undp.hdi": undpHdi,
  "undp.phdi": undpPhdi,
} as const satisfies Readonly<Record<string, IndexDefinition>>;
