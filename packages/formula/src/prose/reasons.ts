import type { LocalizedText } from "@cxmetrics/definition";
import type { Reason } from "../expression.js";

/** The reasons why there is no number, as they follow "is" in English and stand before 时 in Chinese. */
export const reasonPhrases: Readonly<Record<Reason, LocalizedText>> = {
  "not-applicable": { en: "not applicable", zh: "不适用" },
  missing: { en: "missing", zh: "缺失" },
  withheld: { en: "withheld", zh: "不予公布" },
  "insufficient-coverage": { en: "short of coverage", zh: "覆盖不足" },
  "division-by-zero": { en: "a division by zero", zh: "除数为 0" },
  "logarithm-of-non-positive": { en: "a logarithm of a number that is not positive", zh: "真数不为正" },
  "undefined-power": { en: "an undefined power", zh: "幂无定义" },
  "undefined-mean": { en: "an undefined mean", zh: "平均数无定义" },
  overflow: { en: "too large for a number", zh: "数值溢出" },
  "undefined-spread": { en: "an undefined standard deviation", zh: "标准差无定义" },
  "outside-domain": { en: "outside the stated range", zh: "超出规定范围" },
};
