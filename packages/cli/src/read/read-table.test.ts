import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isCxMetricsError } from "@cxmetrics/definition";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { temporaryFolder } from "../temporary-folder.js";
import { parseMissing } from "./missing-answers.js";
import { type OpenTableOptions, openTable } from "./read-table.js";

let folder = "";
const temporary = temporaryFolder();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cx-test-"));
});
afterAll(async () => {
  await temporary.remove();
  await rm(folder, { recursive: true });
});

async function put(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

async function scores(
  name: string,
  column = "score",
  more: Partial<OpenTableOptions> = {},
  missing?: string,
) {
  const table = await openTable(name, { folder, temporary, ...more });
  try {
    const { columns } = await table.read({
      score: { kind: "number", name: column, missing: parseMissing(missing) },
    });
    return [...columns.score.values];
  } finally {
    table.close();
  }
}

async function refusal(run: Promise<unknown>) {
  const thrown = await run.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!isCxMetricsError(thrown)) throw new Error(`expected a CxMetricsError, got ${String(thrown)}`);
  expect(thrown.messages.en).not.toMatch(/\{\w+\}/);
  expect(thrown.messages.zh).not.toMatch(/\{\w+\}/);
  return thrown;
}

describe("CSV as it comes", () => {
  test.each([
    ["LF", "id,score\n1,9\n2,7\n"],
    ["CRLF", "id,score\r\n1,9\r\n2,7\r\n"],
    ["CR alone", "id,score\r1,9\r2,7\r"],
    ["a byte-order mark", "\uFEFFscore,id\n9,1\n7,2\n"],
    ["no newline at the end", "id,score\n1,9\n2,7"],
    ["blank lines before, between and after", "\n\nid,score\n1,9\n\n2,7\n\n"],
    ["blanks around names and numbers", "id,  score  \n1, 9 \n2,7\n"],
    ["semicolons", "id;score\n1;9\n2;7\n"],
    ["tabs", "id\tscore\n1\t9\n2\t7\n"],
    ["quoted newlines and commas", 'text,score\n"a\nb, ""c""",9\n"d\r\ne",7\n'],
    ["a quoted newline in the header", '"te\nxt",score\na,9\nb,7\n'],
    ["a trailing comma on every line", "id,score,\n1,9,\n2,7,\n"],
    ["a hash at the start", "id,score\n#1,9\n#2,7\n"],
  ])("%s", async (name, text) => {
    expect(await scores(await put(`${name.replaceAll(/\W/g, "-")}.csv`, text))).toEqual([9, 7]);
  });

  test("names with characters that would be a pattern, next to the file that they would match", async () => {
    await put("wave[1].csv", "score\n9\n7\n");
    await put("wave1.csv", "score\n1\n");
    await put("it's *.csv", "score\n8\n");
    expect(await scores("wave[1].csv")).toEqual([9, 7]);
    expect(await scores("it's *.csv")).toEqual([8]);
  });

  test("a header that tries to be SQL is only a name", async () => {
    const name = `score"); DROP TABLE x; --`;
    await put("sql.csv", `"${name.replaceAll('"', '""')}",a\n9,1\n7,2\n`);
    expect(await scores("sql.csv", name)).toEqual([9, 7]);
  });

  test("blank cells and missing texts are NaN, missing codes stay", async () => {
    await put("blanks.csv", "score,x\n9,1\n,1\n  ,1\nBlank,1\nBLANK ,1\n11,1\n");
    expect(await scores("blanks.csv", "score", {}, "11,blank")).toEqual([
      9,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      Number.NaN,
      11,
    ]);
  });

  test("order is kept over many chunks", async () => {
    const rows = Array.from({ length: 100_000 }, (_, index) => `${index},x${index % 7}`);
    await put("many.csv", `score,g\n${rows.join("\n")}\n`);
    const values = await scores("many.csv");
    expect(values).toHaveLength(100_000);
    expect(values.every((value, index) => value === index)).toBe(true);
  });
});

describe("encodings", () => {
  // 编号,评分 / 甲,9 in GB18030
  const gb = Buffer.concat([
    Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc6, 0xc0, 0xb7, 0xd6, 0x0a]),
    Buffer.from([0xbc, 0xd7, 0x2c, 0x39, 0x0a]),
  ]);

  test("GB18030 is refused with the remedy, and read with it", async () => {
    await put("gb.csv", gb);
    const { code, messages } = await refusal(scores("gb.csv", "评分"));
    expect(code).toBe("table.not-utf-8");
    expect(messages.en).toContain("--encoding gb18030");
    expect(await scores("gb.csv", "评分", { encoding: "gb18030" })).toEqual([9]);
  });

  test("a cell that is not UTF-8 names its row", async () => {
    await put("gb-cell.csv", Buffer.concat([Buffer.from("score\n9\n"), Buffer.from([0xbc, 0xd7, 0x0a])]));
    const { code, messages } = await refusal(scores("gb-cell.csv"));
    expect(code).toBe("table.not-utf-8");
    expect(messages.en).toContain("row 3");
  });

  test.each(["utf16le", "utf16be"])("%s with a byte-order mark is recognised", async (encoding) => {
    const little = Buffer.from("\uFEFFid,评分\n1,9\n2,7\n", "utf16le");
    await put(`${encoding}.csv`, encoding === "utf16le" ? little : Buffer.from(little).swap16());
    expect(await scores(`${encoding}.csv`, "评分")).toEqual([9, 7]);
  });

  test("UTF-16 without a byte-order mark is told from a binary file by the remedy", async () => {
    await put("plain16.csv", Buffer.from("id,score\n1,9\n", "utf16le"));
    expect((await refusal(scores("plain16.csv"))).messages.en).toContain("--encoding utf-16le");
    expect(await scores("plain16.csv", "score", { encoding: "utf-16le" })).toEqual([9]);
  });

  test("an encoding that is not the file's, and one that does not exist", async () => {
    await put("latin.csv", Buffer.from([0x73, 0x63, 0x6f, 0x72, 0x65, 0x0a, 0xff, 0x0a]));
    expect((await refusal(scores("latin.csv", "score", { encoding: "gb18030" }))).code).toBe(
      "table.not-in-encoding",
    );
    expect((await refusal(scores("latin.csv", "score", { encoding: "nonsense" }))).code).toBe(
      "usage.bad-encoding",
    );
  });
});

describe("what is refused, by code, row and remedy", () => {
  const cases: readonly (readonly [string, string, string | Uint8Array, string, string])[] = [
    ["an empty file", "empty.csv", "", "table.empty", "is empty"],
    ["a byte-order mark alone", "bom.csv", "\uFEFF\n\n", "table.empty", "is empty"],
    ["a header only", "header.csv", "id,score\n", "table.no-rows", "no row of data"],
    ["a missing column", "column.csv", "id,Score\n1,2\n", "table.unknown-column", "Did you mean Score?"],
    [
      "duplicate headers",
      "twice.csv",
      "score,score \n1,2\n",
      "table.ambiguous-column",
      "2 columns named score",
    ],
    ["a short row", "short.csv", "id,score\n1,2\n3\n", "table.ragged-row", "Row 3 of short.csv has 1 cells"],
    ["a long row", "long.csv", "id,score\n1,2\n3,4,5\n", "table.ragged-row", "has 3 cells"],
    ["an unclosed quotation mark", "open.csv", 'id,score\n"1,2\n', "table.unclosed-quote", "row 2"],
    ["an unclosed header", "open-header.csv", '"id,score\n1,2\n', "table.header-too-long", "quotation mark"],
    ["mixed line endings", "mixed.csv", "id,score\r\n1,2\n3,4\r\n", "table.mixed-line-endings", "two kinds"],
    ["text among numbers", "text.csv", "id,score\n1,2\n2,Blank\n", "table.not-a-number", '--missing "Blank"'],
    ["a thousands separator", "thousand.csv", 'id,score\n1,"1,250"\n', "table.not-a-number", "Row 2"],
    ["a percentage", "percent.csv", "id,score\n1,50%\n", "table.not-a-number", "no percent sign"],
    ["an Excel workbook", "book.csv", Buffer.from("504b0304ff00", "hex"), "file.unknown-format", "Excel"],
    ["a gzip file", "data.csv.gz", Buffer.from("1f8b0800", "hex"), "file.unknown-format", "gzip"],
    ["JSON that ends too early", "cut.json", '[{"score": 1}, {"sc', "table.unreadable", "JSON"],
    ["JSON that holds numbers", "numbers.json", "[1, 2]", "table.rows-not-objects", "Row 1"],
    ["an empty JSON file", "empty.json", " \n", "table.empty", "is empty"],
    ["text that calls itself Parquet", "text.parquet", "id,score\n1,2\n", "table.unreadable", "Parquet"],
  ];
  test.each(cases)("%s", async (_, name, content, code, words) => {
    await put(name, content);
    const error = await refusal(scores(name));
    expect(error.code).toBe(code);
    expect(error.messages.en).toContain(words);
    expect(error.messages.en).not.toContain(folder);
  });

  test("a folder, a missing file, an address", async () => {
    await mkdir(join(folder, "inner.csv"), { recursive: true });
    await put("survey-2018.csv", "score\n1\n");
    expect((await refusal(scores("inner.csv"))).code).toBe("file.is-folder");
    const missing = await refusal(scores("survey-2017.csv"));
    expect(missing.code).toBe("file.not-found");
    expect(missing.messages.en).toContain("Did you mean survey-2018.csv?");
    for (const address of ["https://example.org/a.csv", "s3://bucket/a.csv", "HTTP://x/y.csv"])
      expect((await refusal(scores(address))).code).toBe("file.is-remote");
  });

  test("the row is that of a spreadsheet, blank lines and quoted newlines included", async () => {
    await put("rows.csv", 'text,score\n"a\nb",9\n\n"c ""d""\r\n",8\n e,x\n');
    const { values, path } = await refusal(scores("rows.csv"));
    expect(values["row"]).toBe(5);
    expect(path).toEqual(["rows.csv", "score", 5]);
  });
});

describe("JSON and Parquet", () => {
  test.each([
    ["list.json", '[{"id":1,"score":9},{"score":7.5,"x/y~\\"z":3},{"id":2},{"score":null},{"score":"8"}]'],
    ["lines.ndjson", '{"id":1,"score":9}\n{"score":7.5}\n{"id":2}\n\n{"score":null}\n{"score":"8"}\n'],
    ["bom.json", '\uFEFF[{"score":9},{"score":7.5},{},{"score":null},{"score":"8"}]'],
    ["unknown.extension", '[{"score":9},{"score":7.5},{},{"score":null},{"score":"8"}]'],
  ])("%s", async (name, text) => {
    await put(name, text);
    expect(await scores(name)).toEqual([9, 7.5, Number.NaN, Number.NaN, 8]);
  });

  test("a JSON key with every awkward character", async () => {
    await put("key.json", JSON.stringify([{ "x/y~\"'z": 3 }]));
    expect(await scores("key.json", "x/y~\"'z")).toEqual([3]);
  });

  test("Parquet: whole numbers, decimals, instants and names", async () => {
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const writer = await (await DuckDBInstance.create()).connect();
    const path = join(folder, "typed.parquet");
    await writer.run(`COPY (SELECT * FROM (VALUES
      (9::BIGINT, 1.25::DECIMAL(9,2), TIMESTAMP '2026-01-31 01:30:00.5', DATE '2026-01-31', '2026-01-31T09:30:00+08:00', 'a', 9007199254740993::BIGINT),
      (NULL, 2, TIMESTAMP '2026-01-31 01:30:01', DATE '2026-02-01', '2026-01-31', NULL, 1))
      t("score ", d, t, day, "say ""when""", name, big)) TO '${path}' (FORMAT parquet)`);
    const table = await openTable("typed.parquet", { folder, temporary });
    const { columns, rowCount } = await table.read({
      score: { kind: "number", name: "score" },
      d: { kind: "number", name: "d" },
      t: { kind: "time", name: "t" },
      day: { kind: "time", name: "day" },
      text: { kind: "time", name: 'say "when"' },
      name: { kind: "text", name: "name" },
      none: undefined,
    });
    expect(rowCount).toBe(2);
    expect([...columns.score.values]).toEqual([9, Number.NaN]);
    expect([...columns.d.values]).toEqual([1.25, 2]);
    // 2026-01-31T01:30:00Z, by Python's datetime
    expect([...columns.t.values]).toEqual([1769823000500, 1769823001000]);
    expect([...columns.day.values]).toEqual([1769817600000, 1769904000000]);
    expect([...columns.text.values]).toEqual([1769823000000, 1769817600000]);
    expect(columns.text.readAsUtc).toBe(1);
    expect([...columns.name.codes]).toEqual([1, 0]);
    expect(columns.name.names).toEqual([null, "a"]);
    expect(columns.none).toBeUndefined();
    const { code } = await refusal(table.read({ big: { kind: "number", name: "big" } }));
    expect(code).toBe("table.unsafe-integer");
    table.close();
  });
});

describe("times", () => {
  const instants = async (name: string, text: string, unit?: "ms" | "s") => {
    await put(name, text);
    const table = await openTable(name, { folder, temporary });
    try {
      const { columns } = await table.read({ t: { kind: "time", name: "t", ...(unit ? { unit } : {}) } });
      return columns.t;
    } finally {
      table.close();
    }
  };

  test("milliseconds, ISO 8601 with and without an offset", async () => {
    const text = "t,x\n1769823000000,1\n2026-01-31T09:30:00+08:00,1\n2026-01-31 01:30:00,1\n";
    const { values, readAsUtc } = await instants("times.csv", text);
    expect([...values]).toEqual([1769823000000, 1769823000000, 1769823000000]);
    expect(readAsUtc).toBe(1);
  });

  test("seconds are refused with a hint, and read when named", async () => {
    const text = "t,x\n1769823000,1\n";
    const { code, messages } = await refusal(instants("seconds.csv", text));
    expect(code).toBe("table.time-in-seconds");
    expect(messages.en).toContain("--time-unit s");
    expect([...(await instants("seconds.csv", text, "s")).values]).toEqual([1769823000000]);
  });

  test.each([
    ["a day that does not exist", "2026-02-30", "table.not-a-time"],
    ["another notation", "31/01/2026", "table.not-a-time"],
    ["nothing", '""', "table.blank-time"],
  ])("%s is refused", async (_, cell, code) => {
    expect((await refusal(instants("bad-time.csv", `x,t\n1,${cell}\n`))).code).toBe(code);
  });
});

test("an interruption leaves no temporary file behind", async () => {
  const own = temporaryFolder();
  const controller = new AbortController();
  const rows = Array.from({ length: 50_000 }, (_, index) => `${index}`);
  await put("stop.csv", Buffer.from(`\uFEFFscore\n${rows.join("\n")}\n`, "utf16le"));
  const place = join(folder, "temporary");
  await mkdir(place);
  vi.stubEnv("TMPDIR", place);
  const run = scores("stop.csv", "score", {
    temporary: own,
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  expect((await refusal(run)).code).toBe("interrupted");
  expect(await readdir(place)).toHaveLength(1);
  await own.remove();
  expect(await readdir(place)).toEqual([]);
  vi.unstubAllEnvs();
});
