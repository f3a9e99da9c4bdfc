import { degree } from "../node-kinds/fuzzy/lower-membership.js";
import type { MembershipFunction } from "../node-kinds/fuzzy/membership-node.js";
import { bandDirection, bandParameters, checkBand } from "./band.js";
import type { NormaliserMethod } from "./normaliser-method.js";

/** Degree to which a value belongs to one grade. */
export interface Membership extends MembershipFunction {
  readonly method: "membership";
}

/** Degree of membership 0…1 in a fuzzy set, by a triangle or trapezoid. A vector over several grades is a node of its own. */
export const membership: NormaliserMethod<Membership> = {
  method: "membership",
  kind: "row",
  title: { en: "Fuzzy membership", zh: "模糊隶属度" },
  formula: String.raw`\mu(x) = \min\!\left(1,\ \frac{x-a}{b-a},\ \frac{d-x}{d-c}\right),\ \text{at least } 0`,
  source: "Zadeh, Fuzzy Sets, Inf. Control 8 (1965) 338–353",
  edgeCases: {
    en: "The degree stays on 0…1 whatever the scale of the definition. Shapes and open ends as for the method band.",
    zh: "隶属度始终在 0 至 1 之间，与定义的量表无关。形状与开口规则同 band。",
  },
  example: {
    parameters: { method: "membership", left: 60, from: 75, to: 75, right: 90 },
    raw: 69,
    value: 0.6,
  },
  parameters: bandParameters,
  check: checkBand,
  scale: ({ left, from, to, right }, x) =>
    degree(x, {
      ...(left === undefined ? {} : { left }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(right === undefined ? {} : { right }),
    }),
  direction: bandDirection,
};
