import type { IndexDefinition } from "@cxmetrics/index-model";
import { airportExperience } from "./definitions/airport-experience.js";
import { bankDigitalChannel } from "./definitions/bank-digital-channel.js";
import { bankDigitalChannel02 } from "./definitions/bank-digital-channel-0-2.js";
import { undpGdi } from "./definitions/undp-gdi.js";
import { undpGii } from "./definitions/undp-gii.js";
import { undpHdi } from "./definitions/undp-hdi.js";
import { undpIhdi } from "./definitions/undp-ihdi.js";
import { undpPhdi } from "./definitions/undp-phdi.js";

/**
 * Every shipped index definition by id, in its newest version.
 *
 * @example
 * ```ts
 * indexDefinitions["undp.hdi"].root; // => "HDI"
 * ```
 */
export const indexDefinitions = {
  "cx.airport-experience": airportExperience,
  "cx.bank-digital-channel": bankDigitalChannel02,
  "undp.gdi": undpGdi,
  "undp.gii": undpGii,
  "undp.hdi": undpHdi,
  "undp.ihdi": undpIhdi,
  "undp.phdi": undpPhdi,
} as const satisfies Readonly<Record<string, IndexDefinition>>;

/**
 * Versions that a newer one has followed. They stay as they were published, so that a pinned `id@version` keeps its numbers.
 *
 * @example
 * ```ts
 * earlierIndexDefinitions.map(({ id, version }) => `${id}@${version}`); // => ["cx.bank-digital-channel@0.1.0"]
 * ```
 */
export const earlierIndexDefinitions: readonly IndexDefinition[] = [bankDigitalChannel];
