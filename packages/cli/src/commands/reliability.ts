import { cronbachAlpha, engine, mcDonaldOmega } from "@cxmetrics/stats";
import type { Answer, Run } from "../answer.js";
import { hearInterruption } from "../interruption.js";
import { parseList } from "../list-option.js";
import { words } from "../messages.js";
import { answersOf } from "../read/answers.js";
import { parseMissing } from "../read/missing-answers.js";
import { openTable } from "../read/read-table.js";
import { printable } from "../show/printable.js";
import { say } from "../show/say.js";
import { showCount, showInterval, showLevel, showNumber } from "../show/show-value.js";
import { terminalTable } from "../show/terminal-table.js";
import { parseLevel } from "./score.js";

/** Options of `cx reliability`, as written. */
export interface ReliabilityOptions {
  readonly items: string;
  readonly missing?: string;
  readonly level?: string;
}

/**
 * `cx reliability`: Cronbach's alpha with and without each item, and McDonald's omega. Respondents who lack an answer are left out and counted.
 *
 * @param file table with one respondent a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runReliability(file: string, options: ReliabilityOptions, run: Run): Promise<Answer> {
  const names = parseList(options.items, "--items");
  const level = parseLevel(options.level);
  const missing = parseMissing(options.missing);
  const table = await openTable(file, run.tables);
  try {
    const { columns, rowCount } = await table.read(
      Object.fromEntries(
        names.map((name, index) => [`item${index}`, { kind: "number", name, missing }] as const),
      ),
    );
    await hearInterruption(run.io.signal);
    const items = Object.values(columns).map((column) => answersOf(column, missing));
    const answers = Array.from({ length: rowCount }, (_, row) => items.map((item) => item[row] ?? null));
    const alpha = cronbachAlpha(answers, level === undefined ? {} : { level });
    const omega = mcDonaldOmega(answers);
    const named =
      alpha.status === "ok" ? alpha.items.map((item, index) => ({ name: names[index] ?? "", ...item })) : [];
    return {
      definition: null,
      engine,
      result: {
        alpha: alpha.status === "ok" ? { ...alpha, items: named } : { ...alpha, value: null },
        omega: omega.status === "ok" ? omega : { ...omega, value: null },
      },
      warnings: [],
      text: reliabilityText(alpha, omega, names, level ?? 0.95, run),
    };
  } finally {
    table.close();
  }
}

function reliabilityText(
  alpha: ReturnType<typeof cronbachAlpha>,
  omega: ReturnType<typeof mcDonaldOmega>,
  names: readonly string[],
  level: number,
  { lang, bold }: Run,
): string {
  const number = (value: number | null) => (value === null ? "-" : showNumber(value, 3));
  const coefficients = terminalTable(
    [
      { head: "", align: "left" },
      { head: words.value[lang], align: "right" },
      { head: say(lang, words.interval, { level: showLevel(level) }), align: "right" },
    ],
    [
      [
        words.alpha[lang],
        alpha.status === "ok" ? number(alpha.value) : "-",
        alpha.status === "ok" ? showInterval(alpha.interval, "ratio", lang) : "-",
      ],
      [words.omega[lang], omega.status === "ok" ? number(omega.value) : "-", "-"],
    ],
    bold,
  );
  const reasons = [alpha, omega].flatMap((found) => (found.status === "ok" ? [] : [found.message[lang]]));
  if (alpha.status !== "ok") return [coefficients, "", ...new Set(reasons)].join("\n");
  const items = terminalTable(
    [
      { head: words.item[lang], align: "left" },
      { head: words.itemRest[lang], align: "right" },
      { head: words.alphaWithout[lang], align: "right" },
    ],
    alpha.items.map(({ itemRestCorrelation, alphaWithout }, index) => [
      printable(names[index] ?? ""),
      number(itemRestCorrelation),
      number(alphaWithout),
    ]),
    bold,
  );
  const note = say(lang, words.reliabilityNote, {
    n: showCount(alpha.respondents),
    dropped: showCount(alpha.droppedRespondents),
  });
  return [coefficients, "", items, "", ...reasons, note].join("\n");
}
