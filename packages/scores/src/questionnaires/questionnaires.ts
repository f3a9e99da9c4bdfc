import { acsiTypeEqual, acsiTypeOhio } from "./instruments/acsi-type.js";
import { nasaTlxRaw, nasaTlxWeighted } from "./instruments/nasa-tlx.js";
import { csuq, pssuq } from "./instruments/pssuq.js";
import { suprQ } from "./instruments/supr-q.js";
import { sus } from "./instruments/sus.js";
import { ueq, ueqS } from "./instruments/ueq.js";
import { umux } from "./instruments/umux.js";
import { umuxLite } from "./instruments/umux-lite.js";
import { uxLite } from "./instruments/ux-lite.js";
import type { Questionnaire } from "./questionnaire.js";

/**
 * The questionnaires whose scoring this package ships, by id. None carries item texts, and none carries norms that are someone's own.
 *
 * @example
 * ```ts
 * questionnaires["sus"].itemCount; // => 10
 * questionnaires["ueq"].subscales.map(({ id }) => id)[1]; // => "perspicuity"
 * ```
 */
export const questionnaires = /* @__PURE__ */ Object.freeze({
  sus,
  umux,
  "umux-lite": umuxLite,
  "ux-lite": uxLite,
  "supr-q.raw": suprQ,
  pssuq,
  csuq,
  ueq,
  "ueq-s": ueqS,
  "nasa-tlx.raw": nasaTlxRaw,
  "nasa-tlx.weighted": nasaTlxWeighted,
  "acsi-type.equal": acsiTypeEqual,
  "acsi-type.ohio": acsiTypeOhio,
} satisfies Record<string, Questionnaire>);
