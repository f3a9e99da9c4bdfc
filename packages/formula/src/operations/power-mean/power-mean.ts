import type { PowerMean } from "../../expression.js";
import type { OperationKind } from "../operation-kind.js";
import { compilePowerMean } from "./compile.js";
import { parsePowerMean } from "./parse.js";
import { sayPowerMeanInChinese, sayPowerMeanInEnglish } from "./say.js";
import { powerMeanInLatex, powerMeanInText } from "./write.js";

/**
 * $(\sum w_i x_i^p / \sum w_i)^{1/p}$, Hardy, Littlewood and Pólya, Inequalities (1934), chapter 2. The limit p = 0 is the
 * geometric mean. A value of 0 makes the mean 0 for p ≤ 0, by the same limit; a value below 0 has a mean only for p = 1.
 */
export const powerMean: OperationKind<PowerMean> = {
  parse: parsePowerMean,
  children: ({ of }) => of,
  compile: compilePowerMean,
  latex: powerMeanInLatex,
  text: powerMeanInText,
  prose: { en: sayPowerMeanInEnglish, zh: sayPowerMeanInChinese },
};
