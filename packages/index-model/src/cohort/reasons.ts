import { fillMessage, type LocalizedText, type NotComputable } from "@cxmetrics/definition";

function reason(code: string, en: string, zh: string): NotComputable {
  return Object.freeze({ status: "not-computable", reason: code, message: Object.freeze({ en, zh }) });
}

export const noUnits = reason(
  "no-units",
  "No unit has all the values that the method needs.",
  "没有任何评价对象具备该方法所需的全部数值。",
);

export const tooFewUnits = reason(
  "too-few-units",
  "At least two units with values are needed: there is nothing to compare.",
  "至少需要两个有数值的评价对象，否则无从比较。",
);

export const noDistance = reason(
  "no-distance",
  "All units are alike in every column, so there is no distance to measure.",
  "所有评价对象在各列上完全相同，没有可度量的距离。",
);

export const allZero = reason(
  "all-zero",
  "Every value is 0, so no unit can serve as the benchmark.",
  "所有数值均为 0，无法确定标杆。",
);

export const negativeValues = reason(
  "negative-values",
  "Benefit of the doubt needs values of 0 or more. Normalise the columns first, for example onto 0 to 1.",
  "“疑点利益”法要求数值不小于 0。请先将各列归一化，例如到 0 至 1。",
);

export const noVariation = reason(
  "no-variation",
  "The rankings hold no differences, so their agreement is undefined.",
  "名次没有差异，一致程度无定义。",
);

export const missingValue = reason(
  "missing",
  "A value that carries weight is missing.",
  "缺少带有权重的数值。",
);

/** A column without spread cannot be normalised; dropping it silently would hand its weight to the others. */
export function constantColumn(column: number): NotComputable {
  return {
    status: "not-computable",
    reason: "constant-column",
    message: fillMessage(constantColumnText, { column }),
  };
}

const constantColumnText: LocalizedText = {
  en: "Column {column} does not vary over the units, so it cannot be normalised. Leave it out or give it weight 0.",
  zh: "第 {column} 列在各评价对象间没有差异，无法归一化。请移除该列或将其权重设为 0。",
};
