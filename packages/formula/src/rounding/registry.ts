import type { LocalizedText } from "@cxmetrics/definition";
import type { RoundingMode } from "../expression.js";
import { ceiling } from "./ceiling.js";
import { down } from "./down.js";
import { floor } from "./floor.js";
import { halfEven } from "./half-even.js";
import { halfUp } from "./half-up.js";
import type { RoundingRule } from "./rounding-rule.js";
import { up } from "./up.js";

/** A way of rounding: its rule and how it is called in prose. */
interface RoundingEntry {
  readonly rule: RoundingRule;
  /** Reads after "rounded" in English and after 按 in Chinese. */
  readonly phrase: LocalizedText;
}

/** Every rounding mode by name. */
export const roundingModes: Readonly<Record<RoundingMode, RoundingEntry>> = {
  "half-up": { rule: halfUp, phrase: { en: "half up", zh: "四舍五入" } },
  "half-even": { rule: halfEven, phrase: { en: "half to even", zh: "四舍六入五成双" } },
  up: { rule: up, phrase: { en: "away from zero", zh: "进一法（远离零）" } },
  down: { rule: down, phrase: { en: "towards zero", zh: "去尾法（向零）" } },
  ceiling: { rule: ceiling, phrase: { en: "upwards (ceiling)", zh: "向上取整" } },
  floor: { rule: floor, phrase: { en: "downwards (floor)", zh: "向下取整" } },
};
