import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { runCx } from "@cxmetrics/cli";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/**
 * The reports of both examples in a real browser: no request, no complaint on the console (the content policy complains there), nothing wider than a
 * phone, the right picture for each width, dark and light, and text that can be reached by keyboard.
 */
const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  (path) => existsSync(path),
);

if (process.env["CX_REQUIRE_SYSTEM"])
  test("Chromium is here, as this machine promises", () => {
    expect(executablePath).toBeDefined();
  });

describe.skipIf(executablePath === undefined)("the reports of the examples in Chromium", () => {
  let folder = "";
  let browser: Browser;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "cx-report-"));
    const out = { write: () => true };
    const io = { stdout: out, stderr: out, env: {}, cwd: process.cwd(), isTerminal: false };
    for (const [example, lang] of [
      ["airport", "en"],
      ["bank", "zh"],
    ] as const) {
      const plan = join(import.meta.dirname, example, "evaluation.yaml");
      expect(await runCx(["evaluate", plan, "-o", join(folder, example), "--lang", lang], io)).toBe(0);
    }
    const args = [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ];
    browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args });
  });
  afterAll(async () => {
    await browser?.close();
    await rm(folder, { recursive: true });
  });

  async function open(
    example: string,
    width: number,
    colorScheme: "light" | "dark",
    look: (page: Page) => Promise<void>,
  ) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    const said: string[] = [];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) said.push(request.url());
    });
    await page.goto(pathToFileURL(join(folder, example, "report.html")).href);
    await look(page);
    expect(said).toEqual([]);
    await page.close();
  }

  test.each([
    ["airport", 1280, "light"],
    ["airport", 375, "dark"],
    ["bank", 1280, "dark"],
    ["bank", 375, "light"],
  ] as const)("%s at %i pixels, %s", async (example, width, scheme) => {
    await open(example, width, scheme, async (page) => {
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      const found = await page.evaluate(() => ({
        overflow: document.documentElement.scrollWidth - window.innerWidth,
        wide: [...document.querySelectorAll(".picture.wide")].filter((picture) => picture.clientHeight > 0)
          .length,
        narrow: [...document.querySelectorAll(".picture.narrow")].filter(
          (picture) => picture.clientHeight > 0,
        ).length,
        pictures: document.querySelectorAll("figure").length,
        background: getComputedStyle(document.body).backgroundColor,
        fill: getComputedStyle(document.querySelector("figure svg text") as Element).fill,
      }));
      expect(found.overflow).toBeLessThanOrEqual(0);
      expect(width > 768 ? found.wide : found.narrow).toBe(found.pictures);
      expect(width > 768 ? found.narrow : found.wide).toBe(0);
      expect(found.background).toBe(scheme === "dark" ? "rgb(16, 22, 28)" : "rgb(255, 255, 255)");
      expect(found.fill).toBe(scheme === "dark" ? "rgb(237, 242, 246)" : "rgb(22, 32, 42)");
    });
  });

  test("a keyboard reaches the content, a figure leads to its trace, and paper is light", async () => {
    await open("bank", 1280, "dark", async (page) => {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.className)).toBe("skip");
      await page.locator("#indicators td.num a").first().click();
      const target = page.locator(":target");
      expect(await target.isVisible()).toBe(true);
      expect(await target.evaluate((element) => element.closest("details")?.open)).toBe(true);
      await page.emulateMedia({ media: "print" });
      expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(
        "rgb(255, 255, 255)",
      );
      expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(50_000);
    });
  });
});
