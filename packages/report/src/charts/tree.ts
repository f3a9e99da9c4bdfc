import { expectList, expectNumber, expectRecord, expectText } from "@cxmetrics/definition";
import { drawRows } from "../drawing/row-chart.js";
import { type Scale, writeNumber, writeScore } from "../numbers/write-number.js";
import { type ChartKindEntry, type ChartPage, isNarrow } from "./chart-kind.js";
import { numberHead, textHead } from "./chart-table.js";
import { chartWords } from "./chart-words.js";
import { expectScale } from "./expect-scale.js";
import { type ChartReading, expectReading, numberOrNull, readingKeys } from "./reading.js";
import { countCell, intervalCell, valueCell } from "./write-cells.js";

/** The tree of an index for one unit, wholes before their parts. */
export interface TreeData {
  readonly nodes: readonly TreeNode[];
  readonly scale: Scale;
}

/** A node. */
export interface TreeNode extends ChartReading {
  /** 0 for the root. */
  readonly depth: number;
  /** Weight inside the whole mean, for this unit; `null` where none is defined. */
  readonly weight: number | null;
  /** Points that the node adds to the whole mean; `null` where none are defined. */
  readonly contribution: number | null;
}

/** A bar a node on the scale of the index, indented by depth, with weight and contribution. */
export const tree: ChartKindEntry<TreeData> = {
  title: { en: "What the index is made of", zh: "指数的构成" },
  expect: (value, path) => {
    const record = expectRecord(value, path, ["nodes", "scale"]);
    return {
      scale: expectScale(record["scale"], [...path, "scale"]),
      nodes: expectList(
        record["nodes"],
        [...path, "nodes"],
        (item, at) => {
          const node = expectRecord(
            item,
            at,
            ["label", "value", "depth", "weight", "contribution"],
            readingKeys,
          );
          return {
            ...expectReading(node, at),
            label: expectText(node["label"], [...at, "label"]),
            depth: expectNumber(node["depth"], [...at, "depth"], { least: 0, most: 20, integer: true }),
            weight: numberOrNull(node["weight"], [...at, "weight"]),
            contribution: numberOrNull(node["contribution"], [...at, "contribution"]),
          };
        },
        1,
      ),
    };
  },
  draw: ({ nodes, scale }, page) => {
    const drawn = drawRows(
      {
        rows: nodes.map((node, index) =>
          rowOf(node, (nodes[index + 1]?.depth ?? 0) > node.depth, scale, page),
        ),
        extent: [scale.lower, scale.upper],
        ticks: { ...scale, step: (scale.upper - scale.lower) / (isNarrow(page) ? 2 : 4) },
        writeTick: (value) => String(Number(value.toPrecision(6))).replace("-", "−"),
      },
      page,
    );
    const { lang } = page;
    return {
      ...drawn,
      legend: [
        { sign: "bar", ink: "s1", text: chartWords.whole[lang] },
        { sign: "bar", ink: "soft", text: chartWords.leaf[lang] },
      ],
    };
  },
  tabulate: ({ nodes, scale }, lang) => ({
    heads: [
      textHead(chartWords.node[lang]),
      ...(["score", "weight", "contribution", "interval", "n"] as const).map((word) =>
        numberHead(chartWords[word][lang]),
      ),
    ],
    rows: nodes.map((node) => [
      `${"· ".repeat(node.depth)}${node.label}`,
      valueCell(node, (value) => writeScore(value, scale), lang),
      node.weight === null ? chartWords.noWeight[lang] : writeNumber(node.weight),
      node.contribution === null ? chartWords.noWeight[lang] : writeNumber(node.contribution),
      intervalCell(node.interval, (value) => writeScore(value, scale), lang),
      countCell(node.n, lang),
    ]),
  }),
};

function rowOf(node: TreeNode, isWhole: boolean, scale: Scale, page: ChartPage) {
  const { label, depth, value, weight, contribution, interval } = node;
  if (value === null) return { label, indent: depth, right: chartWords.noValue[page.lang], marks: [] };
  const score = writeScore(value, scale);
  const made =
    weight === null || contribution === null || depth === 0 || isNarrow(page)
      ? ""
      : ` × ${writeNumber(weight)} = ${writeScore(contribution, scale)}`;
  const inside = Math.min(Math.max(value, scale.lower), scale.upper);
  return {
    label,
    indent: depth,
    right: `${score}${made}`,
    marks: [
      {
        kind: "bar" as const,
        from: scale.lower,
        to: inside,
        ink: isWhole ? ("s1" as const) : ("soft" as const),
      },
      ...(interval
        ? [{ kind: "whisker" as const, from: interval.lower, to: interval.upper, ink: "ink" as const }]
        : []),
    ],
  };
}
