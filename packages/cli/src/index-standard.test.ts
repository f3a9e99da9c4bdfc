import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cxInFolder } from "../fixtures/cx-in-folder.js";

const { cx, json, put, folder } = cxInFolder();
const bank = join(import.meta.dirname, "../../../docs/examples/bank");
const definition = "cx.bank-digital-channel@0.2.0";
const whole = [
  "index",
  "standard",
  definition,
  "--supplement",
  join(bank, "standard.yaml"),
  "--data",
  join(bank, "standard/trial.csv"),
  "--units",
  "object",
  "--trial",
  join(bank, "standard/trial.csv"),
  "--ratings",
  join(bank, "data/expert_ratings.csv"),
  "--object",
  "channel",
];
const chromium = (process.env["PATH"] ?? "").split(":").some((path) => existsSync(join(path, "chromium")));
const writer = existsSync("/usr/lib/libreoffice/program/swriter");

describe("cx index standard", () => {
  test("writes the documents of the bank example; the name of the file says the language", async () => {
    expect(await cx([...whole, "-o", "bank.zh.html"])).toMatchObject({ code: 0, err: "" });
    const page = await readFile(join(folder(), "bank.zh.html"), "utf8");
    expect(page).toContain("GB/T 8170");
    expect(page).toContain('<h2 id="worked">3 算例</h2>');
    const answer = await json([...whole, "--unit", "Bank 02 web", "--lang", "en"]);
    expect(answer.result.page).toContain("Unit followed: Bank 02 web.");
    expect(answer.definition.id).toBe("cx.bank-digital-channel");
  });

  test("--template prints a companion document whose empty fields are then listed, in both languages", async () => {
    expect((await cx(["index", "standard", definition, "--template", "-o", "empty.yaml"])).code).toBe(0);
    const argv = ["index", "standard", definition, "--supplement", "empty.yaml"];
    const { error } = await json(argv);
    expect(error.code).toBe("standard.incomplete");
    expect(error.values.count).toBeGreaterThan(100);
    const { code, err } = await cx([...argv, "--lang", "zh"]);
    expect(code).not.toBe(0);
    expect(err).toContain("indicators.A1.caliber");
    expect(err).toContain("统计口径：分子、分母、剔除规则");
    expect(existsSync(join(folder(), "standard.html"))).toBe(false);
  });

  test("what cannot be written is refused by name", async () => {
    expect((await json(["index", "standard", definition])).error.code).toBe("usage.option-needed");
    expect((await json([...whole, "--format", "pdf"])).error.code).toBe("usage.format-needs-file");
    expect((await json([...whole, "--format", "docx", "-o", "a.pdf"])).error.code).toBe(
      "usage.format-mismatch",
    );
    await put(
      "other.yaml",
      (await readFile(join(bank, "standard.yaml"), "utf8")).replace("@0.2.0", "@0.1.0"),
    );
    const other = whole.map((word) => (word.endsWith("standard.yaml") ? "other.yaml" : word));
    expect((await json(other)).error.code).toBe("standard.other-definition");
    const { out } = await cx([...whole, "-o", "a.docx", "--json"], { PATH: folder() });
    expect(out).toContain("standard.no-converter");
  });

  test.skipIf(!chromium && process.env["CX_REQUIRE_SYSTEM"] !== "1")(
    "prints a PDF of A4 pages in Chinese (needs Chromium)",
    { timeout: 240_000 },
    async () => {
      const env = { PATH: process.env["PATH"] ?? "" };
      const { code, err } = await cx([...whole, "-o", "bank.pdf", "--lang", "zh"], env);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      const file = join(folder(), "bank.pdf");
      const bytes = await readFile(file, "latin1");
      expect(bytes.startsWith("%PDF-")).toBe(true);
      expect(bytes).toMatch(/MediaBox\s*\[\s*0 0 59[45][\d.]* 84[12][\d.]*\s*\]/);
      if (!existsSync("/usr/bin/pdftotext")) return;
      const text = execFileSync("/usr/bin/pdftotext", [file, "-"], { encoding: "utf8" });
      for (const told of ["统计口径", "数值修约", "附录 C 报告格式", "四舍六入五成双"])
        expect(text).toContain(told);
    },
  );

  test.skipIf(!writer)("writes DOCX (needs LibreOffice Writer)", { timeout: 240_000 }, async () => {
    const env = { PATH: process.env["PATH"] ?? "" };
    expect(await cx([...whole, "-o", "bank.docx", "--lang", "zh"], env)).toMatchObject({ code: 0, err: "" });
    expect((await readFile(join(folder(), "bank.docx"), "latin1")).startsWith("PK")).toBe(true);
  });
});
