import type { NotComputable } from "@cxmetrics/definition";
import {
  type SampleSize,
  sampleSizeForDifference,
  sampleSizeForNetShare,
  sampleSizeForNetShareDifference,
  sampleSizeForProportion,
} from "@cxmetrics/stats";
import { type Child, html } from "../markup/html.js";
import { writeCount } from "../numbers/write-number.js";
import { inFull, type StandardPage, type StandardSection } from "./standard-page.js";

/** How many completed answers are needed. */
export function samplingSection(page: StandardPage): StandardSection {
  const { say, told, table, supplement } = page;
  const { method, level, power, expectedShare, npsVariance, designEffect, designEffectBasis } =
    supplement.sampling;
  const variance = expectedShare * (1 - expectedShare);
  const change = { difference: 0.05, level, power };
  const aims = [
    [
      say("sizeShare"),
      (deff: number) =>
        sampleSizeForProportion({ margin: 0.05, level, proportion: expectedShare, designEffect: deff }),
    ],
    [
      say("sizeNps"),
      (deff: number) =>
        sampleSizeForNetShare({ margin: 0.05, level, variance: npsVariance, designEffect: deff }),
    ],
    [
      say("sizeShareChange"),
      (deff: number) =>
        sampleSizeForDifference({ ...change, variances: [variance, variance], designEffect: deff }),
    ],
    [
      say("sizeNpsChange"),
      (deff: number) =>
        sampleSizeForNetShareDifference({
          ...change,
          variances: [npsVariance, npsVariance],
          designEffect: deff,
        }),
    ],
  ] as const;
  const rows = aims.map(([aim, size]) => [aim, sizeText(page, size(1)), sizeText(page, size(designEffect))]);
  const facts = [
    [say("samplingMethod"), told(method)],
    [
      say("samplingAssumed"),
      say("assumed", {
        level: inFull(level),
        power: inFull(power),
        share: inFull(expectedShare),
        variance: inFull(npsVariance),
        deff: inFull(designEffect),
      }),
    ],
    [say("deffBasis"), told(designEffectBasis)],
  ];
  return {
    id: "sampling",
    title: say("sampling"),
    body: html`${table({ title: say("samplingMethod"), heads: [], rows: facts, form: "card" })}${table({
      title: say("sampleSizes"),
      heads: [say("aim"), say("simple"), say("designed")],
      rows,
    })}<p class="note">${say("sizeNote")}</p>`,
  };
}

function sizeText({ lang }: StandardPage, size: SampleSize | NotComputable): Child {
  return size.status === "ok" ? writeCount(size.n) : size.message[lang];
}
