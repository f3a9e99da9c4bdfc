import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { CxMetricsError } from "@cxmetrics/definition";
import type { Run } from "../answer.js";
import { converterFailed, converterMissing } from "./index-standard-problems.js";

const browsers = ["chromium", "chromium-browser", "google-chrome"];
const filters = { docx: "docx:MS Word 2007 XML", pdf: "pdf:writer_pdf_Export" } as const;

/**
 * A page of HTML as a PDF or a word-processor file. A PDF is printed by a Chromium browser where there is one, which keeps the page as it
 * is; otherwise, and for DOCX, LibreOffice Writer converts it. Either runs without a window and with a profile of its own.
 *
 * @throws `CxMetricsError` `standard.no-converter` where no such program is installed, `standard.converter-failed`
 */
export async function convertPage(html: string, format: "docx" | "pdf", run: Run): Promise<Uint8Array> {
  const page = await run.temporary.pathFor("standard.html");
  const folder = dirname(page);
  const target = page.replace(/\.html$/, `.${format}`);
  await writeFile(page, html);
  const address = pathToFileURL(page).href;
  const profile = join(folder, "profile");
  const printing = [
    "--headless",
    "--disable-gpu",
    "--no-first-run",
    // As root, which containers are, Chromium starts only without its sandbox; the page is our own and runs no script.
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    `--user-data-dir=${profile}`,
    "--no-pdf-header-footer",
    `--print-to-pdf=${target}`,
    address,
  ];
  const converting = [
    `-env:UserInstallation=${pathToFileURL(`${profile}-office`).href}`,
    "--headless",
    "--norestore",
    "--infilter=HTML (StarWriter)",
    "--convert-to",
    filters[format],
    "--outdir",
    folder,
    page,
  ];
  const ways = [
    ...(format === "pdf" ? browsers.map((program) => ({ program, argv: printing })) : []),
    { program: "soffice", argv: converting },
  ];
  for (const { program, argv } of ways) {
    const said = await start(program, argv, run);
    if (said === undefined) continue;
    return readFile(target).catch(() => {
      throw new CxMetricsError(converterFailed, { values: { program, format, reason: said } });
    });
  }
  throw new CxMetricsError(converterMissing, { values: { format } });
}

/** What the program said; nothing where it is not installed. Whether it worked is told by the file it was to write. */
function start(program: string, argv: readonly string[], run: Run): Promise<string | undefined> {
  const { signal, env } = run.io;
  // The search path is that of the run.
  const path = { PATH: env["PATH"] ?? "" };
  const limits = { timeout: 180_000, env: { ...process.env, ...path }, ...(signal ? { signal } : {}) };
  return new Promise((resolve, reject) => {
    execFile(program, [...argv], limits, (thrown, _out, err) => {
      if (thrown?.name === "AbortError") reject(thrown);
      else if (thrown?.code === "ENOENT" || thrown?.code === "EACCES") resolve(undefined);
      else resolve(err.trim().split("\n").at(-1) ?? "");
    });
  });
}
