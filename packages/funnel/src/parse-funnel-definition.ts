import { parseDocument } from "@cxmetrics/definition";
import { defineFunnel } from "./define-funnel.js";
import type { FunnelDefinition } from "./funnel-definition.js";

/**
 * Reads a funnel definition written in JSON or YAML, or given as plain data, and checks it as `defineFunnel` does.
 *
 * @param definition the text of the document, or the document as plain data
 * @throws `CxMetricsError` `document.unreadable`, and the codes of `defineFunnel`
 * @example
 * ```ts
 * const funnel = parseFunnelDefinition(`
 * formatVersion: 1
 * id: loan.application
 * version: 1.0.0
 * title: { en: Loan application, zh: 贷款申请 }
 * provenance: { status: illustrative, source: example }
 * steps: [{ name: apply, event: apply }, { name: sign, event: [sign, e-sign] }]
 * order: ordered
 * windowMs: 604800000
 * ties: sequence
 * entry: best
 * reuse: once
 * `);
 * funnel.windowMs; // => 604800000
 * ```
 */
export function parseFunnelDefinition(definition: unknown): FunnelDefinition {
  return defineFunnel(typeof definition === "string" ? parseDocument(definition) : definition);
}
