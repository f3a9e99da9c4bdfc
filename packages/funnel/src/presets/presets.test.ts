import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { orderedFunnel } from "../ordered-funnel.js";
import { tallyFunnel } from "../tally-funnel.js";
import { compareFunnelRules } from "./compare-funnel-rules.js";
import { funnelPresets } from "./funnel-presets.js";
import { presetAlgorithms } from "./preset-algorithms.js";
import { presetDefinition, tallyPresetFunnel } from "./tally-preset-funnel.js";

const log = (text: string) =>
  text.split(" ").map((word) => {
    const [event = "", time] = word.split("@");
    return { actor: "ann", event, timeMs: Number(time) };
  });

const steps = (letters: string) => orderedFunnel({ steps: [...letters] }).steps;

// What the products answer, window 60. The ClickHouse columns were read off the real engine (26.7.2.1), the others off
// their sources; columns as in `presets`.
const presets = [
  "clickhouse.window-funnel@26.7",
  "clickhouse.window-funnel.strict-once@26.7",
  "clickhouse.window-funnel.strict-increase@26.7",
  "clickhouse.window-funnel.strict-increase-once@26.7",
  "clickhouse.window-funnel.strict-order@26.7",
  "clickhouse.window-funnel.strict-deduplication@26.7",
  "posthog.ordered@2026",
  "posthog.unordered@2026",
  "doris.window-funnel@2026",
  "starrocks.window-funnel@2026",
  "mixpanel.first-entry@2026",
];

describe("the behaviour matrix", () => {
  test.each([
    ["A@0 A@30 B@45 C@75", "ABC", [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 2]],
    ["A@0 B@60", "AB", [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2]],
    ["A@7 B@7", "AB", [2, 2, 1, 1, 2, 2, 2, 2, 2, 2, 2]],
    ["B@7 A@7", "AB", [2, 2, 1, 1, 2, 2, 2, 2, 1, 2, 1]],
    ["A@7", "AA", [2, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1]],
    ["A@0 A@5", "AA", [2, 2, 1, 2, 2, 2, 2, 1, 2, 1, 2]],
    ["A@0 X@1 B@2", "AB", [2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2]],
    ["A@0 C@1 B@2 C@3", "ABC", [3, 3, 3, 3, 1, 3, 3, 3, 3, 3, 3]],
    ["A@0 B@1 B@2 C@3", "ABC", [3, 3, 3, 3, 3, 2, 3, 3, 3, 3, 3]],
    ["A@0 B@1 A@2 C@3", "ABC", [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3]],
    ["A@0 B@100 A@200 B@210 C@220", "ABC", [3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 1]],
    ["A@0 B@10 A@50 C@65", "ABC", [2, 2, 2, 2, 2, 2, 2, 3, 2, 2, 2]],
  ])("%s through %s", (text, letters, answers) => {
    const found = presets.map(
      (preset) =>
        tallyPresetFunnel(log(text), { preset, steps: steps(letters), windowMs: 60 }).counts.filter(Boolean)
          .length,
    );
    expect(found).toEqual(answers);
  });
});

test("every preset has rules or an algorithm, never both", () => {
  for (const { id, rules } of funnelPresets) expect(presetAlgorithms.has(id)).toBe(rules === null);
  expect(funnelPresets.map(({ id }) => id).sort()).toEqual([...presets].sort());
});

test("a preset that is rules of ours counts as its definition, on rows in any order", () => {
  const event = fc.record({
    actor: fc.nat(2),
    event: fc.constantFrom("A", "B", "C", "X"),
    timeMs: fc.nat(6),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), fc.constantFrom(...funnelPresets), (events, preset) => {
      const funnel = { preset: preset.id, steps: steps("ABAC"), windowMs: 4 };
      const counted = tallyPresetFunnel(events, funnel).counts;
      if (preset.rules !== null)
        expect(counted).toEqual(tallyFunnel(events, presetDefinition(funnel)).counts);
      for (const [step, count] of counted.entries())
        expect(count).toBeLessThanOrEqual(step === 0 ? 3 : (counted[step - 1] as number));
    }),
  );
});

test.each(presets)("%s without a window counts only the steps that were done", (preset) => {
  const { counts } = tallyPresetFunnel(log("A@7 B@9 A@100"), { preset, steps: steps("ABC"), windowMs: null });
  expect(counts).toEqual([1, 1, 0]);
});

test("rules side by side", () => {
  const events = log("B@7 A@7 C@8");
  const funnel = orderedFunnel({ steps: ["A", "B", "C"], id: "ours.abc", windowMs: 60 });
  const rows = compareFunnelRules(events, [
    funnel,
    { preset: "posthog.ordered@2026", steps: funnel.steps, windowMs: 60 },
    orderedFunnel({ steps: ["A"] }),
  ]);
  expect(rows).toEqual([
    { name: "ours.abc@1.0.0", counts: [1, 0, 0], difference: [0, 0, 0], same: true },
    { name: "posthog.ordered@2026", counts: [1, 1, 1], difference: [0, 1, 1], same: false },
    { name: "adhoc.funnel@1.0.0", counts: [1], difference: null, same: false },
  ]);
});

test("refused: a preset nobody has, with the nearest name", () => {
  const funnel = { preset: "posthog.orderd@2026", steps: steps("AB"), windowMs: 60 };
  expect(() => tallyPresetFunnel([], funnel)).toThrow(
    expect.objectContaining({ code: "funnel.unknown-preset", path: ["preset"] }),
  );
  expect(() => tallyPresetFunnel([], funnel)).toThrow("posthog.ordered@2026");
  expect(() => compareFunnelRules([], [])).toThrow(expect.objectContaining({ name: "CxMetricsError" }));
});
