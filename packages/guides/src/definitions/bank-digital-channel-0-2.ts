import type { Evidence, IndexDefinition, IndexNode } from "@cxmetrics/index-model";
import { bankDigitalChannel } from "./bank-digital-channel.js";

const illustrative = (rule: string) =>
  ({ status: "illustrative", source: `cxmetrics illustrative profile, ${rule}` }) as const;

const agreement = {
  en: "Krippendorff's alpha over all objects rated",
  zh: "全部评价对象上的 Krippendorff α",
};

/** An expert leaf counts with five independent raters who agree; alpha over one object alone is undefined, and so is missing. */
function ratedBy(id: string): Evidence {
  return {
    conditions: [
      { column: `${id}_raters`, title: { en: "Independent raters", zh: "独立评价者人数" }, atLeast: 5 },
      { column: `${id}_alpha`, title: agreement, atLeast: 0.667 },
    ],
  };
}

/** A text leaf counts with a codebook version and coders who agree. */
function codedBy(id: string): Evidence {
  return {
    conditions: [
      {
        column: `${id}_alpha`,
        title: { en: "Coders' agreement (alpha)", zh: "编码者一致性 (α)" },
        atLeast: 0.667,
      },
    ],
    stated: [`${id}_codebook`],
  };
}

const rated = new Set(["A1", "A3", "A4", "C2", "C3"]);
const coded = new Set(["D4"]);
const dimensions = ["A", "B", "C", "D", "E"];

/** A leaf of version 0.1.0 with its evidence gate and its dimension as a tag. */
function withEvidence(id: string, node: IndexNode): IndexNode {
  if (node.kind !== "indicator" || node.tags === undefined) return node;
  const { note, ...rest } = node;
  const evidence = rated.has(id) ? ratedBy(id) : coded.has(id) ? codedBy(id) : undefined;
  return {
    ...rest,
    // The note of A1 said that the gate would come with a later version: this one.
    ...(note && id !== "A1" ? { note } : {}),
    ...(evidence ? { evidence } : {}),
    tags: { dimension: id.slice(0, 1), ...node.tags },
  };
}

const {
  deduction: _deduction,
  bonus: _bonus,
  score,
  ...kept
} = bankDigitalChannel.nodes as Readonly<Record<string, IndexNode>>;
const titleOf = (node: IndexNode | undefined) => (node as IndexNode).title;

/**
 * Illustrative index for a bank's digital channels with all of its rules: evidence gates on expert and text leaves, withheld
 * dimensions, deductions, bonus, grades, veto, and the views by dimension and by stage. Channels with unequal sets of
 * indicators that do not apply are compared by `scoreCommonLeaves`.
 *
 * It neither implements nor claims conformity with 《银行数字金融渠道用户体验评价指南》 or any other standard: the indicators and weights of
 * that guide are not public. Version 0.1.0 stays as it was published.
 */
export const bankDigitalChannel02: IndexDefinition = {
  ...bankDigitalChannel,
  version: "0.2.0",
  nodes: {
    score: {
      kind: "bonus",
      title: titleOf(score),
      note: {
        en: "Mean of the dimensions, less deductions, plus bonus, then kept within 0–100.",
        zh: "各维度加权平均，先减扣分，再加加分，最后限制在 0–100 之间。",
      },
      to: "deducted",
      items: [
        {
          id: "certificate",
          title: { en: "Independent accessibility certificate", zh: "独立无障碍认证" },
          of: "accessibility_certificate",
          each: 1,
        },
      ],
      atMost: 3,
      limits: { lower: 0, upper: 100 },
      provenance: illustrative("rule 3"),
    },
    deducted: {
      kind: "deduction",
      title: { en: "Score after deductions", zh: "扣分后得分" },
      note: {
        en: "One point per complaint closed after its 15/30/60-day limit, at most 5.",
        zh: "每件超过 15/30/60 日时限办结的投诉扣 1 分，最多扣 5 分。",
      },
      from: "mean",
      items: [{ id: "late", title: titleOf(kept["late_complaints"]), of: "late_complaints", each: 1 }],
      atMost: 5,
      provenance: illustrative("rule 3"),
    },
    ...Object.fromEntries(Object.entries(kept).map(([id, node]) => [id, withEvidence(id, node)])),
  },
  views: {
    dimension: {
      title: { en: "By dimension", zh: "按维度" },
      tag: "dimension",
      groups: Object.fromEntries(dimensions.map((id) => [id, titleOf(kept[id])])),
    },
    ...bankDigitalChannel.views,
  },
};
