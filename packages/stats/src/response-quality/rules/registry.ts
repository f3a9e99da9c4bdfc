import type { NotComputable } from "@cxmetrics/definition";
import type { QualityRow } from "../quality-row.js";
import type { QualityFinding, QualityRule, QualityRuleName } from "../quality-rule.js";
import { burstsRule } from "./bursts.js";
import { checksRule } from "./checks.js";
import { duplicatesRule } from "./duplicates.js";
import { highVariabilityRule } from "./high-variability.js";
import { longStringRule } from "./long-string.js";
import { lowVariabilityRule } from "./low-variability.js";
import { mahalanobisRule } from "./mahalanobis.js";
import { relativeSpeedRule } from "./relative-speed.js";

/** Every rule, in the order in which reasons are told. */
export const qualityRules: readonly {
  readonly id: QualityRuleName;
  readonly message: QualityRule["message"];
  readonly assess: (rows: readonly QualityRow[], setting: never) => readonly QualityFinding[] | NotComputable;
}[] = [
  longStringRule,
  lowVariabilityRule,
  highVariabilityRule,
  mahalanobisRule,
  relativeSpeedRule,
  duplicatesRule,
  burstsRule,
  checksRule,
];
