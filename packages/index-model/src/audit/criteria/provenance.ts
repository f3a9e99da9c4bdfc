import type { Provenance } from "@cxmetrics/definition";
import { type AuditContext, leafAt } from "../audit-context.js";
import { type FindingText, finding } from "../finding.js";
import { listed } from "../say-names.js";
import type { Criterion } from "./criterion.js";

/** Where the parts of a definition come from. Parts are told by their path in the document. */
export interface ProvenanceValues {
  readonly parts: number;
  readonly illustrative: readonly string[];
  /** Published or standard parts with neither clause nor address nor date, so that they cannot be looked up. */
  readonly withoutPlace: readonly string[];
}

const placeholder: FindingText = {
  code: "audit.illustrative",
  en: "{count} parts of the definition are placeholders that someone has yet to decide: {parts}.",
  zh: "定义中有 {count} 处为示例，尚待确定：{parts}。",
  remedy: {
    en: "Decide them, and state who decided, on what source and when.",
    zh: "请予以确定，并注明决定者、依据与日期。",
  },
};
const unplaced: FindingText = {
  code: "audit.source-without-place",
  en: "{count} parts cite a source without clause, address or date: {parts}.",
  zh: "有 {count} 处引用了来源，但未注明条款、网址或日期：{parts}。",
  remedy: {
    en: "Add the clause, the address or the date, so that a reader can look it up.",
    zh: "请补充条款、网址或日期，以便查证。",
  },
};
const nameless: FindingText = {
  code: "audit.unnamed-population",
  en: "The calibration does not say which population or period its parameters come from.",
  zh: "标定参数未说明来自哪一总体或时期。",
  remedy: {
    en: "Fit again with fitIndex and name population and period.",
    zh: "请用 fitIndex 重新标定，并注明总体与时期。",
  },
};

/** Whether every part of the definition says where it comes from. */
export const provenance: Criterion<"provenance", ProvenanceValues> = {
  id: "provenance",
  title: { en: "Provenance", zh: "来源" },
  thresholds: ["illustrativeParts"],
  examine: (context) => {
    const { document, thresholds } = context;
    const parts = partsOf(context);
    const illustrative = parts.filter(([, { status }]) => status === "illustrative");
    const withoutPlace = parts.filter(
      ([, { status, clause, url, date }]) =>
        status !== "illustrative" && clause === undefined && url === undefined && date === undefined,
    );
    const say = (text: FindingText, found: readonly (readonly [string, Provenance])[]) => {
      const paths = found.map(([path]) => path);
      const nodes = paths.flatMap((path) => (path.startsWith("nodes.") ? [path.split(".")[1] ?? ""] : []));
      return finding(context, "warn", text, {
        nodes: [...new Set(nodes)],
        values: { count: paths.length },
        texts: { parts: listed(paths) },
      });
    };
    const { calibration } = document;
    return {
      message: {
        en: `${illustrative.length} of ${parts.length} parts are illustrative; ${withoutPlace.length} cite a source that cannot be looked up.`,
        zh: `${parts.length} 处组成部分中，示例 ${illustrative.length} 处，无法查证来源的 ${withoutPlace.length} 处。`,
      },
      findings: [
        ...(illustrative.length > thresholds.illustrativeParts ? [say(placeholder, illustrative)] : []),
        ...(withoutPlace.length > 0 ? [say(unplaced, withoutPlace)] : []),
        ...(calibration && calibration.population === undefined && calibration.period === undefined
          ? [finding(context, "warn", nameless, {})]
          : []),
      ],
      values: {
        parts: parts.length,
        illustrative: illustrative.map(([path]) => path),
        withoutPlace: withoutPlace.map(([path]) => path),
      },
    };
  },
};

function partsOf(context: AuditContext): readonly (readonly [string, Provenance])[] {
  const { document, leaves } = context;
  return [
    ["definition", document.provenance],
    ...Object.entries(document.nodes).map(([id, node]) => [`nodes.${id}`, node.provenance] as const),
    ...leaves.flatMap((id) =>
      (leafAt(context, id).adjustments ?? []).map(
        (adjustment, at) => [`nodes.${id}.adjustments.${at}`, adjustment.provenance] as const,
      ),
    ),
    ...Object.entries(document.constants ?? {}).map(
      ([name, constant]) => [`constants.${name}`, constant.provenance] as const,
    ),
  ];
}
