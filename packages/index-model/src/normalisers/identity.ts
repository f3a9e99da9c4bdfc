import type { Identity } from "../index-definition.js";
import type { NormaliserMethod } from "./normaliser-method.js";

/** Keeps the raw value: for indicators that already stand on the scale of the index, and for those that formulas read. */
export const identity: NormaliserMethod<Identity> = {
  method: "identity",
  kind: "row",
  title: { en: "As it is", zh: "原值" },
  formula: "x",
  source: "by definition",
  edgeCases: {
    en: "Nothing is capped; a value outside the scale of the index stays outside.",
    zh: "不做截断；超出指数量表的值仍在量表之外。",
  },
  example: { parameters: { method: "identity" }, raw: 62.5, value: 62.5 },
  parameters: {},
  scale: (_, capped) => capped,
  direction: () => "none",
};
