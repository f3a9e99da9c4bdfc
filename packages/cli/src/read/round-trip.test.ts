import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { openTable } from "./read-table.js";
import { textToInstant } from "./text-to-instant.js";
import { textToNumber } from "./text-to-number.js";

let folder = "";
const temporary = temporaryFolder();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cx-test-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
// A lone surrogate has no UTF-8, and a NUL ends a text for DuckDB's C interface.
const text = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .map((value) => value.replaceAll("\0", ""))
  .filter((value) => !/\p{Surrogate}/u.test(value));
const awkward = fc.constantFrom(
  '"',
  '""',
  ",",
  "\n",
  "a\r\nb",
  ";",
  "\t",
  "'",
  "$1",
  "?",
  "\\",
  "c0",
  "NULL",
  "文",
);
const cell = fc.oneof(text, awkward);

async function readBack(name: string, content: string, columns: readonly string[], delimiter: string) {
  await writeFile(join(folder, name), content);
  const table = await openTable(name, { folder, temporary, ...(delimiter === "," ? {} : { delimiter }) });
  try {
    const requests = Object.fromEntries(
      columns.map((column, index) => [`c${index}`, { kind: "text", name: column } as const]),
    );
    const read = await table.read(requests);
    return columns.map((_, index) => {
      const column = read.columns[`c${index}`];
      return [...(column?.codes ?? [])].map((code) => column?.names[code] ?? "");
    });
  } finally {
    table.close();
  }
}

test("whatever a quoted cell or header holds comes back, trimmed", async () => {
  await fc.assert(
    fc.asyncProperty(
      cell.filter((name) => name.trim() !== ""),
      fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }),
      fc.constantFrom("\n", "\r\n"),
      fc.constantFrom(",", ";"),
      async (header, rows, newline, delimiter) => {
        const second = `${header.trim()}2`;
        const lines = [[header, second], ...rows].map((row) => row.map(quoted).join(delimiter));
        const columns = await readBack(
          "trip.csv",
          lines.join(newline) + newline,
          [header, second],
          delimiter,
        );
        expect(columns).toEqual([0, 1].map((index) => rows.map((row) => row[index as 0 | 1].trim())));
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test("a refused cell is told with the row in which it was written", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(cell, fc.integer({ min: 0, max: 2 })), { minLength: 1, maxLength: 12 }),
      fc.nat(11),
      async (rows, chosen) => {
        const at = chosen % rows.length;
        let row = 1;
        let expected = 0;
        const lines = ["text,score"];
        rows.forEach(([words, blankLines], index) => {
          // Blank lines are rows for a spreadsheet, quoted line breaks are not.
          for (let blank = 0; blank < blankLines; blank += 1) lines.push("");
          row += blankLines + 1;
          if (index === at) expected = row;
          lines.push(`${quoted(words)},${index === at ? "x" : "9"}`);
        });
        await writeFile(join(folder, "row.csv"), `${lines.join("\n")}\n`);
        const table = await openTable("row.csv", { folder, temporary });
        const thrown = await table
          .read({ score: { kind: "number", name: "score" } })
          .catch((error: unknown) => error)
          .finally(() => table.close());
        expect(thrown).toMatchObject({ code: "table.not-a-number", values: { row: expected } });
      },
    ),
    { numRuns: 40 },
  );
}, 60_000);

test("every finite number is read as itself", () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      expect(textToNumber(` ${value} `)).toBe(value === 0 ? Number(String(value)) : value);
    }),
  );
  for (const none of [
    "",
    "1,250",
    "50%",
    "0x10",
    "NaN",
    "Infinity",
    "1e999",
    "1 2",
    "１２",
    "--1",
    ".",
    "e5",
  ])
    expect(textToNumber(none)).toBeUndefined();
});

test("every instant that JavaScript writes is read as itself", () => {
  const range = { min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true };
  fc.assert(
    fc.property(fc.date(range), (date) => {
      expect(textToInstant(date.toISOString())).toEqual({ ms: date.getTime(), offset: true });
    }),
  );
  const none = [
    "2026-13-01",
    "2026-02-29",
    "2026-01-01T24:00",
    "2026-01-01T10:00+25:00",
    "20260101",
    "26-01-01",
    "",
  ];
  for (const text of none) expect(textToInstant(text)).toBeUndefined();
});
