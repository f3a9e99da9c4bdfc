import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import { scoreIndex } from "@cxmetrics/index-model";
import { estimateScore, tallyFromCounts } from "@cxmetrics/scores";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { indexDataFromCsv } from "./playground/index-data.js";
import { sampleCsv } from "./playground/index-samples.js";
import { inspectFunnel, usualRules } from "./playground/inspect-funnel.js";
import { openIndex, published } from "./playground/inspect-index.js";
import { sampleLog } from "./playground/sample-log.js";
import { showNumber } from "./playground/show-number.js";

/** The site as readers meet it: built once, served by files alone, read in a browser. */
const browserPath = "/usr/bin/chromium";
const wanted = existsSync(browserPath) || Boolean(process.env["CX_REQUIRE_SYSTEM"]);
// A site that is built already can be named; otherwise this suite builds one without the pages of the API.
const built = process.env["CX_SITE"];
const folder = built
  ? join(import.meta.dirname, "..", built)
  : join(import.meta.dirname, "..", "node_modules", ".cache", "site-under-test");
const languages = [
  ["en", ""],
  ["zh", "/zh"],
] as const;
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".json": "application/json",
  ".woff2": "font/woff2",
};

function buildSite(): void {
  const done = spawnSync("npx", ["vitepress", "build", ".", "--outDir", folder], {
    cwd: import.meta.dirname,
    env: { ...process.env, CX_DOCS_WITHOUT_API: "1", NODE_ENV: "production" },
    encoding: "utf8",
  });
  if (done.status !== 0) throw new Error(done.stdout + done.stderr);
}

describe.skipIf(!wanted)("the site", () => {
  let browser: Browser;
  let server: Server;
  let origin = "";
  const complaints: string[] = [];

  beforeAll(async () => {
    if (!built) buildSite();
    server = createServer((request, response) => {
      const path = decodeURIComponent((request.url ?? "/").split(/[?#]/)[0] ?? "/");
      const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
      if (!file.startsWith(folder) || !existsSync(file)) response.writeHead(404).end();
      else
        response
          .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" })
          .end(readFileSync(file));
    });
    await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the server has no port");
    origin = `http://127.0.0.1:${address.port}`;
    browser = await chromium.launch({
      executablePath: browserPath,
      args: [
        ..."--no-sandbox --disable-gpu --disable-quic --no-first-run".split(" "),
        ..."--disable-background-networking --disable-component-update --disable-sync".split(" "),
      ],
    });
  }, 180_000);

  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  async function open(path: string, width = 1280, colorScheme: "light" | "dark" = "light"): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        complaints.push(`${path}: ${message.text().slice(0, 300)}`);
    });
    page.on("pageerror", (error) => complaints.push(`${path}: ${error.message}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url()))
        complaints.push(`${path} asks ${request.url()}`);
    });
    await page.goto(origin + path);
    return page;
  }

  const overflow = (page: Page) =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

  test("every page has a policy that lets no text become code, and both languages have the same pages", () => {
    const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".html"),
    );
    expect(pages.length).toBeGreaterThan(100);
    for (const name of pages) {
      const html = readFileSync(join(folder, name), "utf8");
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? "";
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
      expect(scripts, name).toMatch(/^'self'( 'sha256-[A-Za-z0-9+/=]+')*$/);
      expect(html, name).not.toContain("katex-error");
      expect(html, name).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:[^"]*"[^>]*>/);
    }
    expect(readFileSync(join(folder, "catalogue", "which-csat.html"), "utf8")).toContain("% {4, 5}</td>");
    const english = pages.filter((name) => !name.startsWith("zh") && name !== "404.html");
    const translated = english.filter((name) => pages.includes(join("zh", name)));
    const alone = english.filter((name) => !translated.includes(name));
    expect(alone).toEqual(alone.filter((name) => name.startsWith("decisions")));
  });

  test.each(languages)(
    "index explorer, %s: a slider moves the score, and a link brings it back",
    async (_, home) => {
      const page = await open(`${home}/playground/index-explorer.html`);
      const hdi = published.get("undp.hdi@1.0.0");
      if (!hdi) throw new Error("the HDI is not there");
      const { csv } = sampleCsv(hdi);
      const path = "nodes/HDI/children/0/weight";
      const slider = page.locator(`input[data-path="${path}"]`);
      await slider.fill("0.5");
      const moved = Number(await slider.inputValue());
      const { edited } = openIndex({
        name: "undp.hdi@1.0.0",
        text: "",
        edits: { [path]: moved },
        version: undefined,
        csv,
      });
      const scores = scoreIndex(edited, indexDataFromCsv(csv, edited).table).nodes["HDI"]?.values ?? [];
      const cells = page.locator('[data-role="score"]');
      await page.locator('[data-role="bump"]').waitFor();
      expect((await cells.allTextContents()).map((text) => text.trim())).toEqual(
        scores.map((score) => showNumber(score, 6)),
      );
      expect(await page.locator('[data-role="bump"]').textContent()).toBe("major");
      await page.locator('[data-role="version"]').fill("2.0.0");
      await page.locator('[data-role="version"]').blur();
      await page.locator('[data-role="verdict"].cx-good').waitFor();
      await page.waitForFunction(() => location.hash.length > 20);
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator('[data-role="json"]').click(),
      ]);
      expect(download.suggestedFilename()).toBe("undp.hdi@2.0.0.json");
      await page.waitForTimeout(500);
      const address = page.url().replace(origin, "");
      const again = await open(address);
      await again.locator('[data-role="bump"]').waitFor();
      expect(await again.locator('[data-role="score"]').allTextContents()).toEqual(
        await cells.allTextContents(),
      );
      await page.context().close();
      await again.context().close();
    },
  );

  test("index explorer: an own definition is checked, and a mistake is told in the language of the page", async () => {
    const page = await open("/zh/playground/index-explorer.html");
    await page.locator("details summary").first().click();
    await page.locator("#cx-definition").fill("formatVersion: 1\nid: example.x\n");
    await page.locator('[data-role="use"]').click();
    expect(await page.locator('[data-role="problem"]').textContent()).toMatch(/[\u4e00-\u9fff]/);
    await page.context().close();
    const damaged = await open("/playground/index-explorer.html#s=AAAA");
    expect(await damaged.locator('[role="alert"]').first().textContent()).toContain("damaged");
    await damaged.context().close();
  });

  test.each(languages)("score calculator, %s: every variant is the package's number", async (_, home) => {
    const page = await open(`${home}/playground/score-calculator.html`);
    await page.locator("#cx-answers").fill("1: 15\n2: 5\n3: 10\n4: 30\n5: 40");
    const tally = tallyFromCounts([15, 5, 10, 30, 40], { min: 1, max: 5 });
    const table = page.locator('[data-role="variants"]');
    for (const id of ["csat.top-2-of-5", "csat.mean-5", "csat.net-5", "csat.pomp-5", "top-box.5"]) {
      const outcome = estimateScore(tally, id);
      if (outcome.status !== "ok") throw new Error(id);
      const shown =
        outcome.unit === "share" ? `${showNumber(outcome.value * 100)}%` : showNumber(outcome.value);
      expect(await table.locator(`tr[data-id="${id}"] [data-role="value"]`).textContent()).toBe(shown);
    }
    await page.locator("#cx-answers").fill("5 6");
    await page.locator('[data-role="problem"]').waitFor();
    await page.context().close();
  });

  test.each(languages)(
    "funnel explorer, %s: a rule moves the counts that the package counts",
    async (_, home) => {
      const page = await open(`${home}/playground/funnel-explorer.html`);
      const steps = ["start", "fill", "confirm"];
      const counts = () => page.locator('[data-role="steps-table"] [data-role="count"]').allTextContents();
      const told = (rules: typeof usualRules) =>
        inspectFunnel(sampleLog, steps, rules).steps.map(({ count }) => String(count));
      await page.locator('[data-role="steps-table"]').waitFor();
      const first = await counts();
      expect(first).toEqual(told({ ...usualRules, windowMinutes: 60 }));
      await page.locator('select[data-role="ties"]').selectOption("strictly-later");
      const second = await counts();
      expect(second).toEqual(told({ ...usualRules, windowMinutes: 60, ties: "strictly-later" }));
      expect(second).not.toEqual(first);
      await page.context().close();
    },
  );

  test("no kind of page is wider than a phone", async () => {
    const kinds = [
      "/",
      "/zh/",
      "/start/standards-author.html",
      "/catalogue/scores.html",
      "/catalogue/nps.html",
      "/zh/catalogue/which-csat.html",
      "/zh/catalogue/undp.phdi.html",
      "/catalogue/methods-cohort.html",
      "/decisions/0003-effective-n.html",
      "/zh/guide/pinning.html",
      "/zh/playground/index-explorer.html",
      "/playground/score-calculator.html",
      "/playground/funnel-explorer.html",
    ];
    for (const scheme of ["light", "dark"] as const) {
      const page = await open("/404.html", 375, scheme);
      for (const [at, kind] of kinds.entries()) {
        if ((at % 2 === 0) !== (scheme === "light")) continue;
        await page.goto(origin + kind);
        if (kind.includes("playground")) await page.locator(".cx-tool table").first().waitFor();
        expect(await overflow(page), kind).toBeLessThanOrEqual(0);
      }
      await page.context().close();
    }
  });

  test("nothing complained, and nothing was asked from elsewhere", () => {
    expect(complaints).toEqual([]);
  });
});
