import { agrestiCoull } from "./agresti-coull.js";
import { arcsine } from "./arcsine.js";
import { arcsineAnscombe } from "./arcsine-anscombe.js";
import { clopperPearson } from "./clopper-pearson.js";
import { jeffreys } from "./jeffreys.js";
import { jeffreysBrownCaiDasGupta } from "./jeffreys-brown-cai-dasgupta.js";
import { logit } from "./logit.js";
import { midP } from "./mid-p.js";
import type { ProportionMethod } from "./proportion-method.js";
import { wald } from "./wald.js";
import { wilson } from "./wilson.js";

/**
 * Every method of `proportionInterval`, with title, source, formula (LaTeX) and edge cases for a catalogue page.
 *
 * @example
 * ```ts
 * proportionIntervalMethods.map((method) => method.id)[0]; // => "wilson"
 * ```
 */
export const proportionIntervalMethods: readonly ProportionMethod[] = [
  wilson,
  agrestiCoull,
  clopperPearson,
  jeffreys,
  jeffreysBrownCaiDasGupta,
  wald,
  midP,
  logit,
  arcsine,
  arcsineAnscombe,
];
