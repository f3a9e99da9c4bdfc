import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type AuditOptions, auditIndex, type IndexDefinition, type IndexTable } from "../index.js";

interface Vector {
  readonly id: string;
  readonly arguments: readonly [IndexDefinition, IndexTable, AuditOptions];
  readonly select: string;
  readonly expected: unknown;
  readonly tolerance: number;
}
const file = new URL("../../fixtures/ledger-audit.json", import.meta.url);
const { vectors } = JSON.parse(readFileSync(file, "utf8")) as { vectors: Vector[] };

function agree(found: unknown, wanted: unknown, tolerance: number): void {
  if (typeof wanted === "number" && typeof found === "number" && tolerance > 0)
    expect(Math.abs(found - wanted)).toBeLessThanOrEqual(
      tolerance * Math.max(Math.abs(wanted), Number.MIN_VALUE),
    );
  else if (Array.isArray(wanted))
    wanted.forEach((member, at) => {
      agree((found as unknown[])[at], member, tolerance);
    });
  else expect(found).toEqual(wanted);
}

test.each(vectors)("$id", ({ arguments: given, select, expected, tolerance }) => {
  const audit: unknown = JSON.parse(JSON.stringify(auditIndex(...given)));
  const picked = select.split(".").reduce((inner: unknown, key) => Reflect.get(inner as object, key), audit);
  agree(picked, expected, tolerance);
});
