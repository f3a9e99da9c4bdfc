import { CxMetricsError } from "@cxmetrics/definition";
import type { QualityRules } from "@cxmetrics/stats";
import { parseDuration } from "../duration.js";
import { parseNumberOption } from "../number-option.js";
import { badBurst, needsOption } from "../problems.js";
import type { QualityOptions } from "./quality.js";

/**
 * The rules that a command line asks for: by the columns that it names, and their cuts.
 *
 * @param options what was written on the command line
 * @param items number of answer columns
 * @throws `CxMetricsError` `usage.option-needed`, `usage.bad-burst`, `usage.bad-number`, `usage.bad-duration`
 * @example
 * ```js
 * qualityRulesOf({ answers: "A,B,C", duration: "s" }, 3); // => { longString: { atLeast: 3 }, relativeSpeed: { flagAt: 2 } }
 * ```
 */
export function qualityRulesOf(options: QualityOptions, items: number): QualityRules {
  const whole = { least: 1, most: Number.POSITIVE_INFINITY, integer: true };
  const above = { least: 0, most: Number.POSITIVE_INFINITY, open: true };
  const atLeast = parseNumberOption(options.longString, "--long-string", whole) ?? Math.max(items, 3);
  const flagAt = parseNumberOption(options.speed, "--speed", above);
  const level = parseNumberOption(options.mahalanobis, "--mahalanobis", { least: 0, most: 1, open: true });
  const withinMs = options.within === undefined ? undefined : parseDuration(options.within, "--within");
  expectWith(options, "speed", "duration");
  expectWith(options, "within", "id");
  expectWith(options, "within", "time");
  expectWith(options, "burst", "time");
  return {
    longString: { atLeast },
    ...(level === undefined ? {} : { mahalanobis: { level } }),
    ...(options.duration === undefined ? {} : { relativeSpeed: { flagAt: flagAt ?? 2 } }),
    ...(options.id === undefined
      ? {}
      : { duplicates: { by: "respondent", ...(withinMs === undefined ? {} : { withinMs }) } }),
    ...(options.burst === undefined ? {} : { bursts: parseBurst(options.burst) }),
  };
}

function expectWith(
  options: QualityOptions,
  given: "speed" | "within" | "burst",
  needed: "duration" | "id" | "time",
) {
  if (options[given] === undefined || options[needed] !== undefined) return;
  throw new CxMetricsError(needsOption, {
    path: [`--${needed}`],
    values: { choice: `--${given}`, option: `--${needed}` },
  });
}

function parseBurst(text: string): { readonly most: number; readonly windowMs: number } {
  const [, most = "", span = ""] = /^([1-9]\d{0,8})\/(.+)$/.exec(text) ?? [];
  if (most === "") throw new CxMetricsError(badBurst, { path: ["--burst"], values: { found: text } });
  return { most: Number(most), windowMs: parseDuration(span, "--burst") };
}
