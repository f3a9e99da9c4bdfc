import { CxMetricsError, type NotComputable } from "@cxmetrics/definition";
import { columnFrom, type Expression } from "@cxmetrics/formula";
import type { FitOutcome, FitScope, ReferenceColumn } from "../calibration/calibration.js";
import { tooFewReferenceValues } from "../calibration/no-reference.js";
import { columnName } from "../node-id.js";
import type { ImputationMethod } from "./imputation-method.js";
import { leastSquares } from "./least-squares.js";
import { columnTwice } from "./problems.js";

/** The value that a regression on other columns expects. */
export interface RegressionImputation {
  readonly method: "regression";
  /** Columns of the table that the missing value is predicted from. */
  readonly columns: readonly string[];
  /** Rows of the reference table that the regression is fitted on. */
  readonly over: FitScope;
}

/** Puts the prediction of a linear regression in place of a missing value; the coefficients are frozen by the fit. */
export const regression: ImputationMethod<RegressionImputation> = {
  method: "regression",
  kind: "fit",
  title: { en: "Linear regression on other columns", zh: "线性回归填补" },
  formula: String.raw`x = \hat\beta_0 + \sum_k \hat\beta_k z_k \text{ where } x \text{ is missing}`,
  source: "OECD/JRC, Handbook on Constructing Composite Indicators (2008), step 3 (regression imputation)",
  edgeCases: {
    en: "Fitted on the reference rows where all columns hold values; more of them are needed than coefficients. Predictions have no scatter, so that spread and standard errors come out too small. In the other columns the codes of the leaves that hold them are read.",
    zh: "以各列均有数值的参照行拟合，行数须多于系数个数。预测值没有随机波动，会低估离散程度与标准误。其他列按其所属指标的编码读取。",
  },
  example: {
    parameters: { method: "regression", columns: ["users"], over: "pooled" },
    raw: [3, 5, null, 9],
    columns: { users: [1, 2, 3, 4] },
    value: [3, 5, 7, 9],
  },
  parameters: { columns: { type: "list", of: { type: "text" }, least: 1 }, over: { type: "scope" } },
  columns: ({ columns }) => columns,
  check: ({ columns }, path) => {
    const twice = columns.find((name, at) => columns.indexOf(name) < at);
    if (twice !== undefined)
      throw new CxMetricsError(columnTwice, { path: [...path, "columns"], values: { column: twice } });
  },
  fit: fitRegression,
  fill: ({ columns }, fitted): Expression => {
    const slopes = fitted.list("slopes");
    if (!slopes) return fitted.number("prediction");
    const parts = columns.map(
      (name, at): Expression => ({ op: "multiply", of: [slopes[at] ?? 0, columnName(name)] }),
    );
    return { op: "add", of: [fitted.number("intercept"), ...parts] };
  },
  fittedTitles: {
    prediction: { en: "prediction of the regression", zh: "回归预测值" },
    intercept: { en: "intercept of the regression", zh: "回归截距" },
  },
};

const collinear: NotComputable = {
  status: "not-computable",
  reason: "collinear",
  message: {
    en: "The columns of the regression determine one another or do not vary, so that it has no unique answer. Leave one out.",
    zh: "回归所用各列彼此共线或没有变化，没有唯一解。请去掉其中一列。",
  },
};

function fitRegression({ columns }: RegressionImputation, { values, source }: ReferenceColumn): FitOutcome {
  const others = columns.map((name) => columnFrom(source?.table.columns[name] ?? []));
  const complete = (source?.rows ?? []).flatMap((row, at) =>
    others.every(({ fault }) => fault[row] === 0) ? [{ row, at }] : [],
  );
  if (complete.length < columns.length + 2) return tooFewReferenceValues(complete.length, columns.length + 2);
  const found = leastSquares(
    complete.map(({ row }) => others.map((other) => other.values[row] as number)),
    complete.map(({ at }) => values[at] as number),
  );
  if (!found) return collinear;
  const { intercept, slopes, rSquared } = found;
  return { status: "ok", fitted: { intercept, slopes }, diagnostics: { n: complete.length, rSquared } };
}
