import { readFileSync } from "node:fs";
import {
  type FunnelDefinition,
  type FunnelEvent,
  funnelPresets,
  orderedFunnel,
  tallyFunnel,
  tallyPresetFunnel,
} from "@cxmetrics/funnel";
import { describe, expect, test } from "vitest";

/** The page "Which funnel is this?": every number of its tables is counted from the log that it shows. */
const pages = ["which-funnel.md", "which-funnel.zh.md"].map((name) => ({
  name,
  text: readFileSync(`docs/guide/${name}`, "utf8"),
}));
const [{ text: english } = { text: "" }] = pages;
const windowMs = 60 * 60_000;
const questions = [
  ["view", "apply", "pay"],
  ["apply", "apply"],
];

const log = [...english.matchAll(/\{ actor: "(\w+)", event: "(\w+)", timeMs: (\d+)/g)].map(
  ([, actor = "", event = "", minutes]): FunnelEvent => ({ actor, event, timeMs: Number(minutes) * 60_000 }),
);

/** Rows of the tables: what stands in code, and the five counts. */
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| `([^`]+)` \| (\d) \| (\d) \| (\d) \| (\d) \| (\d) \|/gm)].map(
    ([, name = "", ...counts]) => ({ name, counts: counts.map(Number) }),
  );

/** A row's rule as a definition: `key: value` changes the default, bare words only repeat it. */
function definitionOf(rule: string, steps: readonly string[]): FunnelDefinition {
  const plain = orderedFunnel({ steps, windowMs });
  const [event = "", effect] = /^exclusions: (\w+), ([\w-]+)$/.exec(rule)?.slice(1) ?? [];
  if (effect !== undefined) {
    const between = [plain.steps[0]?.name ?? "", plain.steps.at(-1)?.name ?? ""] as const;
    return { ...plain, exclusions: [{ event, between, effect: effect as "drop-actor" | "void-attempt" }] };
  }
  const changes = [...rule.matchAll(/(\w+): ([\w-]+)/g)].map(([, key = "", value = ""]) => [
    key,
    /^\d+$/.test(value) ? Number(value) : value,
  ]);
  return { ...plain, ...Object.fromEntries(changes) };
}

test("the log has at most 12 events", () => {
  expect(log.length).toBeGreaterThan(9);
  expect(log.length).toBeLessThanOrEqual(12);
});

test("every preset has its row, and both languages tell the same numbers", () => {
  const [own, other] = pages.map(({ text }) => rowsOf(text));
  expect(other).toEqual(own);
  const names = own?.map(({ name }) => name) ?? [];
  expect(names.filter((name) => name.includes("@")).sort()).toEqual(funnelPresets.map(({ id }) => id).sort());
  expect(names.length - funnelPresets.length).toBeGreaterThan(10);
});

describe("every number is counted", () => {
  test.each(rowsOf(english))("$name", ({ name, counts }) => {
    const counted = questions.flatMap((steps) =>
      name.includes("@")
        ? tallyPresetFunnel(log, { preset: name, steps: orderedFunnel({ steps }).steps, windowMs }).counts
        : tallyFunnel(log, definitionOf(name, steps)).counts,
    );
    expect(counted).toEqual(counts);
  });
});
