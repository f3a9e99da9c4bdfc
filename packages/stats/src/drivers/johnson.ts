import { EigenvalueDecomposition } from "ml-matrix";
import type { RelativeImportanceMethod } from "./importance-method.js";

export const johnson: RelativeImportanceMethod = {
  id: "johnson",
  title: { en: "Johnson's relative weights", zh: "Johnson 相对权重" },
  source:
    "Johnson (2000), Multivariate Behavioral Research 35, 1–19; the same figures as Genizi (1993), Statistica Sinica 3, 407–420. Thomas, Zumbo, Kwan & Schweitzer (2014), Multivariate Behavioral Research 49, 329–338, advise against it.",
  formula:
    "R_{xx} = V D V^\\top,\\quad \\Lambda = V D^{1/2} V^\\top,\\quad \\varepsilon = (\\Lambda \\circ \\Lambda)\\,(\\Lambda^{-1} r_{xy})^{\\circ 2}",
  edgeCases: {
    en: "Never negative. Equal to LMG for two predictors; usually close to it, and quick for many predictors.",
    zh: "恒非负。两个预测变量时与 LMG 相同；更多时通常接近，且计算很快。",
  },
  split({ among, withOutcome, size }) {
    const rows = Array.from({ length: size }, (_, row) => among.subarray(row * size, (row + 1) * size));
    const eigen = new EigenvalueDecomposition(rows, { assumeSymmetric: true });
    const vectors = eigen.eigenvectorMatrix;
    // Collinear predictors were refused, so rounding alone can bring an eigenvalue near 0.
    const roots = eigen.realEigenvalues.map((value) => Math.sqrt(Math.max(value, Number.EPSILON)));
    // Coordinates of the outcome in the orthogonal variables that are closest to the predictors.
    const along = roots.map((root, k) => {
      let sum = 0;
      for (let j = 0; j < size; j++) sum += vectors.get(j, k) * (withOutcome[j] as number);
      return sum / root;
    });
    const squares = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      let sum = 0;
      for (let k = 0; k < size; k++) sum += vectors.get(row, k) * (along[k] as number);
      squares[row] = sum * sum;
    }
    const importances = new Float64Array(size);
    for (let row = 0; row < size; row++) {
      let importance = 0;
      for (let column = 0; column < size; column++) {
        let loading = 0;
        for (let k = 0; k < size; k++)
          loading += vectors.get(row, k) * (roots[k] as number) * vectors.get(column, k);
        importance += loading * loading * (squares[column] as number);
      }
      importances[row] = importance;
    }
    return importances;
  },
};
