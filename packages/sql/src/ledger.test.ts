import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as sql from "./index.js";

interface Vector {
  readonly id: string;
  readonly call: string;
  readonly arguments: readonly unknown[];
  readonly select: string;
  readonly expected: unknown;
}

const calls = new Map<string, unknown>(Object.entries(sql));
const ledger = JSON.parse(readFileSync(new URL("../fixtures/ledger.json", import.meta.url), "utf8"));

test.each(ledger.vectors as readonly Vector[])("$id", ({ call, arguments: given, select, expected }) => {
  const answer = (calls.get(call) as (...input: readonly unknown[]) => unknown)(...given);
  const found = select.split(".").reduce((part, key) => (part as Record<string, unknown>)[key], answer);
  expect(found).toEqual(expected);
});
