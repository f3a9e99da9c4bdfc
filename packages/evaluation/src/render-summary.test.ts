import { describe, expect, it } from "vitest";
import { demoPlan, demoRows, evaluateDemo } from "../fixtures/demo.js";
import { renderSummary } from "./render-summary.js";

describe("renderSummary", () => {
  it("tells index, estimates, gaps and sources", async () => {
    const units = [
      ...demoPlan().units,
      { id: "phone", title: { en: "Phone", zh: "电话" }, attributes: { channel: "R" } },
    ];
    const page = renderSummary(await evaluateDemo(demoPlan({ units })), "en");
    expect(page).toContain("| App | 61.0 | 57.1 | 72.5 |");
    expect(page).toContain("| Phone | — | — | — |");
    expect(page).toContain("| Ease (ease) | App | 57.1 % | 7 | [25.0, 84.2] 95 % |");
    expect(page).toContain("| Cold start (start) | App | 2.10 s | 5 | — |");
    expect(page).toContain('- No value: No row of "survey" belongs to "phone". — ease (Phone)');
    expect(page).toContain("| survey | survey.csv | Q1 ease, channel | — | 14 |");
  });

  it("is the same after a round trip through JSON, and speaks Chinese", async () => {
    const result = await evaluateDemo();
    const again = JSON.parse(JSON.stringify(result));
    expect(renderSummary(again, "en")).toBe(renderSummary(result, "en"));
    expect(renderSummary(again, "zh")).toContain("## 无法计算的项目及原因");
  });

  it("keeps hostile texts inside their cells", async () => {
    const evil = 'A|B\n\n# <script>alert("1")</script>\\|';
    const plan = demoPlan({
      title: { en: evil, zh: evil },
      units: [{ ...demoPlan().units[0], title: { en: evil, zh: evil } }],
      criteria: { note: { kind: "given", title: { en: evil, zh: evil }, value: 1.5, basis: evil } },
    });
    const page = renderSummary(await evaluateDemo(plan, demoRows), "en");
    expect(page).not.toContain("<script");
    expect(page.split("\n").filter((line) => line.startsWith("# "))).toHaveLength(1);
    const cells = (line: string) => line.split(/(?<!\\)\|/).length;
    for (const line of page.split("\n").filter((row) => row.includes("alert") && row.startsWith("|")))
      expect([6, 7]).toContain(cells(line));
  });

  it("refuses another language and something that is no result", async () => {
    const result = await evaluateDemo();
    const call = (value: unknown, lang: unknown) => () => renderSummary(value as never, lang as never);
    expect(call(result, "fr")).toThrow(expect.objectContaining({ code: "summary.unknown-language" }));
    expect(call({}, "en")).toThrow(expect.objectContaining({ code: "document.missing-key" }));
    expect(call({ ...result, index: null }, "en")).toThrow(
      expect.objectContaining({ code: "summary.not-a-result" }),
    );
  });
});
