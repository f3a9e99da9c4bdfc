import { agrestiCoullLimits } from "./agresti-coull.js";
import { arcsineLimits } from "./arcsine.js";
import { arcsineAnscombeLimits } from "./arcsine-anscombe.js";
import { clopperPearsonLimits } from "./clopper-pearson.js";
import { jeffreysLimits } from "./jeffreys.js";
import { jeffreysBrownCaiDasGuptaLimits } from "./jeffreys-brown-cai-dasgupta.js";
import { logitLimits } from "./logit.js";
import { midPLimits } from "./mid-p.js";
import type { ProportionMethod } from "./proportion-method.js";
import { waldLimits } from "./wald.js";
import { wilsonLimits } from "./wilson.js";

/** What calculates, apart from what describes: titles, sources and formulas are not loaded with an interval. */
export const proportionLimits: readonly Pick<ProportionMethod, "id" | "limits">[] = [
  { id: "wilson", limits: wilsonLimits },
  { id: "agresti-coull", limits: agrestiCoullLimits },
  { id: "clopper-pearson", limits: clopperPearsonLimits },
  { id: "jeffreys", limits: jeffreysLimits },
  { id: "jeffreys-brown-cai-dasgupta", limits: jeffreysBrownCaiDasGuptaLimits },
  { id: "wald", limits: waldLimits },
  { id: "mid-p", limits: midPLimits },
  { id: "logit", limits: logitLimits },
  { id: "arcsine", limits: arcsineLimits },
  { id: "arcsine-anscombe", limits: arcsineAnscombeLimits },
];
