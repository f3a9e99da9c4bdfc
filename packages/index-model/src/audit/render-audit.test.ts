import { isCxMetricsError } from "@cxmetrics/definition";
import { describe, expect, test } from "vitest";
import { index, leaf } from "../../fixtures/one-index.js";
import { auditIndex, type IndexAudit, renderAudit } from "../index.js";

const title = { en: "Speed | <b>*fast*</b>", zh: "速度 | <b>快</b>" };
const definition = index(
  {
    a: leaf({ title }),
    b: leaf(),
    root: {
      kind: "aggregate",
      method: "arithmetic-mean",
      missing: { policy: "propagate" },
      children: [
        { node: "a", weight: 1 },
        { node: "b", weight: 3 },
      ],
    },
  },
  "root",
);
const table = { units: ["App", "We|b", "Phone"], columns: { a: [5, 5, 5], b: [1, null, 3] } };
const audit = auditIndex(definition, table, { seed: 1, draws: 100, thresholds: { alpha: 0.8 } });
const codeOf = (run: () => unknown) => {
  try {
    run();
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown.code;
    throw thrown;
  }
  return undefined;
};

describe("renderAudit", () => {
  test.each(["en", "zh"] as const)("tells every section, finding and threshold (%s)", (lang) => {
    const page = renderAudit(audit, lang, "markdown");
    const rows = page.split("\n").filter((line) => line.startsWith("| "));
    const findings = Object.values(audit.sections).flatMap((section) => section.findings);
    expect(rows).toHaveLength(4 + Object.keys(audit.sections).length + Object.keys(audit.thresholds).length);
    expect(page.split("\n").filter((line) => line.startsWith("- **"))).toHaveLength(findings.length);
    expect(page).toContain(audit.dataDigest);
    expect(page).toContain(audit.definition.digest);
  });

  test("names of the definition add no markup", () => {
    const page = renderAudit(audit, "en", "markdown");
    expect(page).not.toContain("<b>");
    expect(page).toContain("Speed \\| &lt;b&gt;\\*fast\\*&lt;/b&gt; (a)");
  });

  test("a threshold other than the default is told beside it", () => {
    expect(renderAudit(audit, "en", "markdown")).toContain("0.8 (default 0.7)");
    expect(renderAudit(audit, "zh", "markdown")).toContain("0.8（默认 0.7）");
  });

  test("an audit out of storage reads the same", () => {
    const stored = JSON.parse(JSON.stringify(audit)) as IndexAudit;
    expect(renderAudit(stored, "zh", "markdown")).toBe(renderAudit(audit, "zh", "markdown"));
  });

  test.each([
    undefined,
    null,
    7,
    [],
    {},
    { ...audit, verdict: "fine" },
    { ...audit, dataDigest: "`" },
    { ...audit, sections: { size: {} } },
    { ...audit, thresholds: { x: 1 } },
    { ...audit, units: Number.NaN },
    { ...audit, title: "T" },
  ])("refuses what is no audit (%#)", (value) => {
    expect(codeOf(() => renderAudit(value as IndexAudit, "en", "markdown"))).toBe("audit.not-an-audit");
  });

  test("refuses other languages and formats", () => {
    expect(codeOf(() => renderAudit(audit, "fr" as "en", "markdown"))).toBe("document.not-allowed");
    expect(codeOf(() => renderAudit(audit, "en", "html" as "markdown"))).toBe("document.not-allowed");
  });
});
