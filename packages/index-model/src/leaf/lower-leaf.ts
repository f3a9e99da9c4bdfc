import { type Expression, substitute } from "@cxmetrics/formula";
import type { FittedNode } from "../calibration/calibration.js";
import { fittedNodeOf } from "../calibration/fitted-node-of.js";
import { fittedParameters } from "../calibration/fitted-parameters.js";
import { imputationOf } from "../imputations/registry.js";
import type { IndexDefinition, Indicator } from "../index-definition.js";
import { columnName, rawName } from "../node-id.js";
import { lowerEvidence } from "../node-kinds/evidence/lower-evidence.js";
import { normaliserKind, normaliserOf } from "../normalisers/registry.js";
import type { Range } from "../read/range.js";
import { treatmentOf } from "../treatments/registry.js";

/** Whatever has a normaliser: a leaf, or a node that is rescaled. */
export type Normalised = Pick<Indicator, "normalise">;

/**
 * The value of a leaf as one formula over `<id>.raw`: transform, imputation, treatment, capping, scaling, in this order.
 * `undefined` where a step looks at all units.
 */
export function lowerLeaf(definition: IndexDefinition, id: string, leaf: Indicator): Expression | undefined {
  const fitted = fittedNodeOf(definition, id);
  const imputed = lowerImputed(
    id,
    leaf,
    lowerTransformed(leaf, lowerEvidence(id, leaf.evidence, rawName(id))),
    fitted,
  );
  if (imputed === undefined) return undefined;
  const capped = lowerCapped(id, leaf, lowerTreated(id, leaf, imputed, fitted), fitted);
  return lowerScaled(definition.scale, id, leaf, capped, fitted);
}

/** The value after the transform; the value itself where there is none. */
export function lowerTransformed(leaf: Indicator, x: Expression): Expression {
  if (leaf.transform === undefined) return x;
  const lag = leaf.lag === undefined ? "lag" : columnName(leaf.lag);
  return substitute(leaf.transform, { x, lag });
}

/** The value with gaps filled; `undefined` where filling looks at all units. */
export function lowerImputed(
  id: string,
  { impute }: Indicator,
  x: Expression,
  fitted: FittedNode | undefined,
): Expression | undefined {
  if (!impute) return x;
  const fill = imputationOf(impute).fill?.(impute, fittedParameters(id, "impute", fitted?.impute));
  return fill === undefined ? undefined : { op: "coalesce", of: [x, fill] };
}

/** The value after treatment of outliers. */
export function lowerTreated(
  id: string,
  { treat }: Indicator,
  x: Expression,
  fitted: FittedNode | undefined,
): Expression {
  return treat ? treatmentOf(treat).lower(treat, x, fittedParameters(id, "treat", fitted?.treat)) : x;
}

/** The value after capping. */
export function lowerCapped(
  id: string,
  { normalise }: Normalised,
  x: Expression,
  fitted: FittedNode | undefined,
): Expression {
  if (normaliserKind(normalise) === "cohort") return x;
  const { cap } = normaliserOf(normalise);
  return cap ? cap(normalise, x, fittedParameters(id, "normalise", fitted?.normalise)) : x;
}

/** The node value of a capped value; `undefined` where normalising looks at all units. */
export function lowerScaled(
  scale: Range,
  id: string,
  { normalise }: Normalised,
  capped: Expression,
  fitted: FittedNode | undefined,
): Expression | undefined {
  if (normaliserKind(normalise) === "cohort") return undefined;
  const parameters = fittedParameters(id, "normalise", fitted?.normalise);
  return normaliserOf(normalise).scale?.(normalise, capped, scale, parameters);
}
