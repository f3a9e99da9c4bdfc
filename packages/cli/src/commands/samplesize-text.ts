import type { NotComputable } from "@cxmetrics/definition";
import type { SampleSize } from "@cxmetrics/stats";
import type { Run } from "../answer.js";
import { words } from "../messages.js";
import { say } from "../show/say.js";
import { showCount, showLevel } from "../show/show-value.js";
import type { SizeKind, SizePlan } from "./samplesize.js";

/** A planned size with everything it assumes; or why there is none. */
export function sizeText(
  found: SampleSize | NotComputable,
  kind: SizeKind,
  net: boolean,
  { margin, level, power, share, variances, population, designEffect }: SizePlan,
  { lang }: Run,
): string {
  if (found.status !== "ok") return found.message[lang];
  const shown = net ? `${Number((100 * margin).toPrecision(6))}` : `${margin}`;
  const size = kind === "difference" ? words.answersInEachGroup : words.answersNeeded;
  const parts = [
    say(
      lang,
      kind === "difference"
        ? net
          ? words.toFindPoints
          : words.toFind
        : net
          ? words.withinPoints
          : words.withinMargin,
      {
        margin: shown,
        percent: Number((100 * margin).toPrecision(6)),
      },
    ),
    say(lang, words.atLevel, { level: showLevel(level) }),
    ...(kind === "difference" ? [say(lang, words.atPower, { power: showLevel(power) })] : []),
    ...(kind === "share" ? [say(lang, words.atShare, { share: showLevel(share) })] : []),
    ...(kind === "share"
      ? []
      : [say(lang, words.atVariance, { variance: [...new Set(variances)].join(", ") })]),
    ...(population === undefined
      ? []
      : [say(lang, words.ofPopulation, { population: showCount(population) })]),
    ...(designEffect === 1 ? [] : [say(lang, words.withDesignEffect, { designEffect })]),
  ];
  const note = words.invitationsNote[lang];
  return [say(lang, size, { n: showCount(found.n) }), "", parts.join(" · "), note].join("\n");
}
