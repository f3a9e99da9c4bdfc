import { adjustedWaldLimits } from "./adjusted-wald.js";
import { bootstrapLimits } from "./bootstrap.js";
import { dirichletLimits } from "./dirichlet.js";
import type { NetShareMethod } from "./net-share-method.js";
import { scoreLimits } from "./score.js";
import { tLimits } from "./t.js";
import { waldLimits } from "./wald.js";

/** What calculates, apart from what describes: titles, sources and formulas are not loaded with an interval. */
export const netShareLimits: readonly Pick<NetShareMethod, "id" | "bounded" | "limits">[] = [
  { id: "nps-score", bounded: true, limits: scoreLimits },
  { id: "nps-adjusted-wald", bounded: false, limits: adjustedWaldLimits },
  { id: "nps-wald", bounded: false, limits: waldLimits },
  { id: "nps-t", bounded: false, limits: tLimits },
  { id: "nps-bootstrap", bounded: true, limits: bootstrapLimits },
  { id: "nps-dirichlet", bounded: true, limits: dirichletLimits },
];
