import type { NotComputable } from "@cxmetrics/definition";
import type { Column } from "@cxmetrics/formula";
import type {
  FitOutcome,
  FitScope,
  FittedNode,
  FittedValues,
  ReferenceColumn,
} from "../calibration/calibration.js";
import { finiteFit } from "../calibration/finite-fit.js";
import { presentValues, rowsOfScope } from "../calibration/present-values.js";
import { imputationOf } from "../imputations/registry.js";
import type { Indicator } from "../index-definition.js";
import type { IndexTable } from "../index-table.js";
import { normaliserKind, normaliserOf } from "../normalisers/registry.js";
import { treatmentOf } from "../treatments/registry.js";

/** The steps of a leaf that may need a fit; a node that is rescaled has the last one only. */
type Fitted = Pick<Indicator, "impute" | "treat" | "normalise">;

type Stage = "impute" | "treat" | "normalise";

/** Fits the steps of a leaf one after another and collects what was fitted. */
export interface LeafFit {
  /** Fits a step on the column that it will read; does nothing where the step needs no fit. */
  stage(stage: Stage, column: Column): void;
  /** What has been fitted so far. */
  node(): FittedNode;
}

/** Prepares the fit of a leaf. */
export function fitLeaf(id: string, leaf: Fitted, table: IndexTable): LeafFit {
  const values: Partial<Record<Stage, FittedValues>> = {};
  const n: Partial<Record<Stage, number>> = {};
  const notFitted: Partial<Record<Stage, NotComputable>> = {};
  const diagnostics: Partial<Record<Stage | "constant", unknown>> = {};
  return {
    stage: (stage, column) => {
      const { fit, over } = fitOf(leaf, stage);
      if (!fit) return;
      const reference = presentValues(column, rowsOfScope(over, table, id), table);
      const outcome = finiteFit(() => fit(reference));
      n[stage] = reference.n;
      if (stage === "normalise" && isConstant(reference)) diagnostics.constant = true;
      if (outcome.status !== "ok") notFitted[stage] = outcome;
      else {
        values[stage] = outcome.fitted;
        if (outcome.diagnostics) diagnostics[stage] = outcome.diagnostics;
      }
    },
    node: () => ({
      ...values,
      n: { ...n },
      ...(Object.keys(notFitted).length > 0 ? { notFitted: { ...notFitted } } : {}),
      ...(Object.keys(diagnostics).length > 0 ? { diagnostics: { ...diagnostics } } : {}),
    }),
  };
}

function isConstant({ values, n }: ReferenceColumn): boolean {
  return n > 0 && values.every((value) => value === values[0]);
}

/** Whether any step of a leaf needs a reference population. */
export function leafNeedsFit(leaf: Fitted): boolean {
  return (["impute", "treat", "normalise"] as const).some((stage) => fitOf(leaf, stage).fit !== undefined);
}

function fitOf(
  { impute, treat, normalise }: Fitted,
  stage: Stage,
): { fit?: (reference: ReferenceColumn) => FitOutcome; over?: FitScope | undefined } {
  if (stage === "impute" && impute) {
    const { fit } = imputationOf(impute);
    return fit ? { fit: (reference) => fit(impute, reference), over: scopeOf(impute) } : {};
  }
  if (stage === "treat" && treat) {
    const { fit } = treatmentOf(treat);
    return fit ? { fit: (reference) => fit(treat, reference), over: scopeOf(treat) } : {};
  }
  if (stage !== "normalise" || normaliserKind(normalise) !== "fit") return {};
  const { fit } = normaliserOf(normalise);
  return fit ? { fit: (reference) => fit(normalise, reference), over: scopeOf(normalise) } : {};
}

/** The rows that the parameters of a method name, where they do. */
function scopeOf(parameters: object): FitScope | undefined {
  const over = (parameters as { readonly over?: FitScope | "each-period" }).over;
  return over === "each-period" ? undefined : over;
}
