import { symmetricEigen } from "../../weights/symmetric-eigen.js";
import { varimax } from "../../weights/varimax.js";
import type { AuditContext } from "../audit-context.js";
import { correlationMatrix } from "../correlation.js";
import { type Dimension, dimensionsOf, wholesOf } from "../dimensions.js";
import { type FindingText, finding } from "../finding.js";
import { percent } from "../say-names.js";
import { type Criterion, nothing } from "./criterion.js";

/** Principal components of the indicators beside the dimensions of the tree. */
export interface StructureValues {
  /** Units with a value for every indicator. */
  readonly n: number;
  readonly indicators: readonly string[];
  /** Indicators left out because they are the same for all of these units. */
  readonly constant: readonly string[];
  /** Of the correlation matrix, from the largest down. */
  readonly eigenvalues: readonly number[];
  /** Components whose eigenvalue exceeds the limit. */
  readonly kept: number;
  /** Share of the variance that they explain together. */
  readonly explained: number;
  /** One row for each indicator, one column for each kept component after varimax, in the order of explained variance. */
  readonly loadings: readonly (readonly number[])[];
  /** By indicator: the component on which it loads most, and that of its own dimension; `null` for one in several dimensions. */
  readonly places: Readonly<
    Record<
      string,
      { readonly dimension: string | null; readonly component: number; readonly own: number | null }
    >
  >;
  /** By dimension: the component that takes most of its squared loadings. */
  readonly components: Readonly<Record<string, number>>;
  /** By mean with two or more parts: eigenvalues of its parts by themselves. */
  readonly within: Readonly<Record<string, readonly number[]>>;
}

const regroup = {
  en: "Regroup the indicators, or justify the tree by its concept and say that the data group them otherwise.",
  zh: "请重新分组，或以概念论证指标体系，并说明数据呈现的分组有所不同。",
};
const otherNumber: FindingText = {
  code: "audit.other-number-of-components",
  en: "Components that the data show: {kept}; dimensions of the tree: {dimensions}.",
  zh: "数据显示 {kept} 个主成分，而指标体系有 {dimensions} 个维度。",
  remedy: regroup,
};
const littleExplained: FindingText = {
  code: "audit.little-explained",
  en: "The kept components explain {found} of the variance, less than {least}.",
  zh: "保留的主成分解释方差的 {found}，不足 {least}。",
  remedy: {
    en: "One number loses much of what the indicators say: publish the dimensions beside it.",
    zh: "单一指数会损失较多信息：请同时发布各维度得分。",
  },
};
const elsewhere: FindingText = {
  code: "audit.loads-elsewhere",
  en: "Indicators load on a component other than that of their dimension: {nodes}.",
  zh: "载荷落在所属维度之外的主成分上的指标：{nodes}。",
  remedy: regroup,
};
const shared: FindingText = {
  code: "audit.shared-component",
  en: "The data do not tell these dimensions apart, they share a component: {nodes}.",
  zh: "数据无法区分以下维度，它们共用一个主成分：{nodes}。",
  remedy: regroup,
};
const several: FindingText = {
  code: "audit.several-components-within",
  en: "The parts of {nodes} fall into several components.",
  zh: "{nodes} 的各部分分属多个主成分。",
  remedy: regroup,
};

/** Whether the data group the indicators as the tree does. */
export const structure: Criterion<"structure", StructureValues> = {
  id: "structure",
  title: { en: "Principal components against the tree", zh: "主成分与指标体系" },
  thresholds: ["eigenvalue", "explained"],
  examine: (context) => {
    const { leaves, thresholds } = context;
    if (leaves.length < 2) return nothing({ en: "There is one indicator.", zh: "只有一个指标。" });
    const found = correlationMatrix(context, leaves);
    if (found.status !== "ok") return nothing(found.message);
    const { matrix, nodes, n, constant } = found;
    const { values, vectors } = symmetricEigen(matrix);
    const eigenvalues = values.map(notNegative);
    const kept = eigenvalues.filter((value) => value > thresholds.eigenvalue).length;
    const explained = Math.min(1, eigenvalues.slice(0, kept).reduce((a, b) => a + b, 0) / nodes.length);
    const unrotated = nodes.map((_, row) =>
      Array.from({ length: kept }, (_, k) => (vectors[k]?.[row] ?? 0) * Math.sqrt(eigenvalues[k] ?? 0)),
    );
    const loadings = inOrder(kept > 1 ? varimax(unrotated) : unrotated);
    const dimensions = dimensionsOf(context).filter((dimension) =>
      dimension.leaves.some((id) => nodes.includes(id)),
    );
    const components = kept > 0 ? componentsOf(dimensions, nodes, loadings) : [];
    const places = kept > 0 ? placesOf(dimensions, components, nodes, loadings) : [];
    const within = withinOf(context);
    const off = places
      .filter(([, { own, component }]) => own !== null && own !== component)
      .map(([id]) => id);
    const together = components.filter(
      ([, own]) => components.filter(([, other]) => other === own).length > 1,
    );
    const split = within.filter(
      ([, values]) => values.filter((value) => value > thresholds.eigenvalue).length > 1,
    );
    const told = { kept, dimensions: dimensions.length };
    return {
      message: {
        en: `Components over ${n} complete units: ${kept}, which explain ${percent(explained)} of the variance; dimensions of the tree: ${dimensions.length}.`,
        zh: `基于 ${n} 个数据完整的对象，${kept} 个主成分解释方差的 ${percent(explained)}；指标体系有 ${dimensions.length} 个维度。`,
      },
      findings: [
        ...(kept === dimensions.length ? [] : [finding(context, "warn", otherNumber, { values: told })]),
        ...(explained < thresholds.explained
          ? [
              finding(context, "warn", littleExplained, {
                values: { found: percent(explained), least: percent(thresholds.explained) },
              }),
            ]
          : []),
        ...(off.length > 0 ? [finding(context, "warn", elsewhere, { nodes: off })] : []),
        // With one component in all, the first finding says it already.
        ...(kept > 1 && together.length > 0
          ? [finding(context, "warn", shared, { nodes: together.map(([id]) => id) })]
          : []),
        ...(split.length > 0 ? [finding(context, "warn", several, { nodes: split.map(([id]) => id) })] : []),
      ],
      values: {
        n,
        indicators: nodes,
        constant,
        eigenvalues,
        kept,
        explained,
        loadings,
        places: Object.fromEntries(places),
        components: Object.fromEntries(components),
        within: Object.fromEntries(within),
      },
    };
  },
};

type Loadings = readonly (readonly number[])[];

/** Components by the variance that they explain, each with a sum of loadings that is not negative. */
function inOrder(loadings: Loadings): Loadings {
  const sums = (loadings[0] ?? []).map((_, k) => ({
    k,
    squares: loadings.reduce((sum, row) => sum + (row[k] ?? 0) ** 2, 0),
    sign: loadings.reduce((sum, row) => sum + (row[k] ?? 0), 0) < 0 ? -1 : 1,
  }));
  sums.sort((a, b) => b.squares - a.squares);
  return loadings.map((row) => sums.map(({ k, sign }) => sign * (row[k] ?? 0) + 0));
}

function componentsOf(dimensions: readonly Dimension[], nodes: readonly string[], loadings: Loadings) {
  return dimensions.map(({ id, leaves }): readonly [string, number] => {
    const rows = nodes.flatMap((node, row) => (leaves.includes(node) ? [loadings[row] ?? []] : []));
    const squares = (loadings[0] ?? []).map((_, k) => rows.reduce((sum, row) => sum + (row[k] ?? 0) ** 2, 0));
    return [id, greatest(squares)];
  });
}

function placesOf(
  dimensions: readonly Dimension[],
  components: readonly (readonly [string, number])[],
  nodes: readonly string[],
  loadings: Loadings,
) {
  return nodes.map((id, row) => {
    const of = dimensions.filter(({ leaves }) => leaves.includes(id));
    const dimension = of.length === 1 ? (of[0]?.id ?? null) : null;
    const own = components.find(([name]) => name === dimension)?.[1] ?? null;
    return [id, { dimension, component: greatest((loadings[row] ?? []).map(Math.abs)), own }] as const;
  });
}

/** Rounding may leave an eigenvalue of 0 just below it. */
function notNegative(value: number): number {
  return Math.max(0, value);
}

function greatest(values: readonly number[]): number {
  return values.reduce((best, value, at) => (value > (values[best] ?? 0) ? at : best), 0);
}

function withinOf(context: AuditContext) {
  return wholesOf(context).flatMap(({ id, children }) => {
    if (children.length < 2) return [];
    const found = correlationMatrix(context, children);
    return found.status === "ok" ? [[id, symmetricEigen(found.matrix).values.map(notNegative)] as const] : [];
  });
}
