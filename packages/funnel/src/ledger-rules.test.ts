import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as funnel from "./index.js";

const { vectors } = JSON.parse(
  readFileSync(new URL("../fixtures/ledger-rules.json", import.meta.url), "utf8"),
) as { vectors: { id: string; call: string; arguments: unknown[]; select: string; expected: unknown }[] };

test.each(vectors)("$id", ({ call, arguments: given, select, expected }) => {
  const { [call]: run } = funnel as unknown as Record<string, (...values: unknown[]) => unknown>;
  const answer = run?.(...given) as Record<string, unknown>;
  // Counts and whole milliseconds: equal, not close.
  expect(answer[select]).toEqual(expected);
});
