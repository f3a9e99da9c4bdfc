import { fillMessage, type LocalizedText } from "@cxmetrics/definition";
import type { AuditContext } from "./audit-context.js";
import type { AuditFinding } from "./audit-result.js";
import { nodeNames, shown, unitAt, unitNames } from "./say-names.js";

/** Wording of a finding. `{nodes}` and `{units}` are filled with names, other places with the numbers of the finding. */
export interface FindingText extends LocalizedText {
  readonly code: string;
  readonly remedy: LocalizedText;
}

/** What a finding is about. */
export interface FindingDetails {
  readonly nodes?: readonly string[];
  readonly rows?: readonly number[];
  readonly values?: Readonly<Record<string, number | string>>;
  /** Further places of the sentence. */
  readonly texts?: Readonly<Record<string, LocalizedText>>;
}

/** Puts a finding into words. */
export function finding(
  context: AuditContext,
  verdict: AuditFinding["verdict"],
  text: FindingText,
  { nodes = [], rows = [], values = {}, texts = {} }: FindingDetails,
): AuditFinding {
  const units = rows.map((row) => unitAt(context, row));
  const numbers = Object.entries(values).map(
    ([name, value]) => [name, typeof value === "number" ? shown(value) : value] as const,
  );
  const places = {
    ...Object.fromEntries(numbers),
    ...texts,
    count: String(values["count"] ?? (rows.length || nodes.length)),
    nodes: nodeNames(context, nodes),
    units: unitNames(units),
  };
  return {
    verdict,
    code: text.code,
    message: fillMessage(text, places),
    remedy: fillMessage(text.remedy, places),
    nodes: [...nodes],
    units,
    values: { ...values },
  };
}

/** A finding whose reason is told by another function: what could not be computed for some nodes. */
export function notComputable(
  context: AuditContext,
  code: string,
  reason: LocalizedText,
  remedy: LocalizedText,
  nodes: readonly string[],
): AuditFinding {
  const text = { code, en: `{nodes}: ${reason.en}`, zh: `{nodes}：${reason.zh}`, remedy };
  return finding(context, "not-computable", text, { nodes });
}
