import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { writeFolderWhole, writeWhole } from "./write-whole.js";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cx-test-"));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

const stopped = AbortSignal.abort();

test("a file is replaced whole", async () => {
  const path = join(folder, "a.md");
  await writeFile(path, "before");
  await writeWhole(path, "after", "a.md");
  expect(await readFile(path, "utf8")).toBe("after");
});

test("an interruption leaves the old file and nothing else", async () => {
  const path = join(folder, "b.md");
  await writeFile(path, "before");
  await expect(writeWhole(path, "after", "b.md", stopped)).rejects.toThrow();
  expect(await readFile(path, "utf8")).toBe("before");
  expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
});

test("a folder is filled with all files or with none", async () => {
  const out = join(folder, "deep/out");
  await expect(writeFolderWhole(out, { "x.json": "{}", "y.md": "#" }, "out", stopped)).rejects.toThrow();
  expect(await readdir(folder)).not.toContain("deep");
  await writeFolderWhole(out, { "x.json": "{}", "y.md": "#" }, "out");
  expect((await readdir(out)).sort()).toEqual(["x.json", "y.md"]);
});

test("files of others in the folder stay, also when writing fails", async () => {
  const out = join(folder, "shared");
  await mkdir(join(out, "y.md"), { recursive: true });
  await writeFile(join(out, "mine.txt"), "mine");
  await expect(writeFolderWhole(out, { "x.json": "{}", "y.md": "#" }, "shared")).rejects.toMatchObject({
    code: "output.is-folder",
  });
  expect((await readdir(out)).sort()).toEqual(["mine.txt", "y.md"]);
});
