import { readFileSync } from "node:fs";

/**
 * Mutants of a report that no test killed, in the form in which `fixtures/mutation-survivors.json` lists them. A mutant is
 * known by its text and the line it stands in, not by a line number, so that the list outlives edits elsewhere in the file.
 */
export function survivorsOf(report) {
  const survivors = [];
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    const lines = source.split("\n");
    for (const { status, mutatorName, replacement, location } of mutants) {
      if (!isSurvivor({ status })) continue;
      const { start, end } = location;
      const text = lines.slice(start.line - 1, end.line);
      text[text.length - 1] = text.at(-1).slice(0, end.column - 1);
      text[0] = text[0].slice(start.column - 1);
      survivors.push({
        file,
        line: start.line,
        mutator: mutatorName,
        in: short(lines[start.line - 1]),
        original: short(text.join(" ")),
        replacement: short(replacement),
      });
    }
  }
  return survivors;
}

const short = (text) => text.replace(/\s+/g, " ").trim().slice(0, 160);

export const keyOf = ({ file, mutator, in: line, original, replacement }) =>
  [file, mutator, line, original, replacement].join("\u0000");

/** Counts of a report: all mutants but those left out, and what became of them. */
export function countsOf(report) {
  const counts = { mutants: 0, killed: 0, timedOut: 0, survived: 0, leftOut: 0 };
  for (const { mutants } of Object.values(report.files))
    for (const { status } of mutants) {
      if (status === "Ignored") counts.leftOut++;
      else {
        counts.mutants++;
        if (status === "Timeout") counts.timedOut++;
        else if (status === "Survived" || status === "NoCoverage") counts.survived++;
        else counts.killed++;
      }
    }
  return counts;
}

const isSurvivor = ({ status }) => status === "Survived" || status === "NoCoverage";

/** Where the survivors of a report stand, as Stryker wants them told; ranges within one another once. */
export function rangesOf(report, wanted = () => true, statics = false) {
  return Object.entries(report.files).flatMap(([file, { source, mutants }]) => {
    const places = mutants
      .filter(
        (mutant) =>
          (statics && isStatic(mutant)) ||
          survivorsOf({ files: { [file]: { source, mutants: [mutant] } } }).some(wanted),
      )
      .map(
        ({ location: { start, end } }) =>
          `${file}:${start.line}:${start.column - 1}-${end.line}:${end.column - 1}`,
      );
    return [...new Set(places)];
  });
}

/** Files that the report does not hold as they are now: changed or new. */
export const staleIn = (report, files) =>
  files.filter((file) => report.files[file]?.source !== readFileSync(file, "utf8"));

/** A mutant in code that runs while its module loads, left out unless `CX_STATIC=1`. */
const isStatic = ({ status, statusReason }) => status === "Ignored" && /static/i.test(statusReason ?? "");

const placeOf = ({ mutatorName, replacement, location }) =>
  JSON.stringify([mutatorName, replacement, location]);

/** The report with what a later run of some of its mutants found; files that changed stand as the later run has them. */
export function updated(report, later) {
  for (const [file, found] of Object.entries(later.files))
    if (report.files[file]?.source !== found.source) report.files[file] = found;
  for (const [file, { mutants }] of Object.entries(report.files)) {
    const found = new Map(
      (later.files[file]?.mutants ?? []).map((mutant) => [placeOf(mutant), mutant.status]),
    );
    for (const mutant of mutants)
      if (isSurvivor(mutant) || isStatic(mutant)) mutant.status = found.get(placeOf(mutant)) ?? mutant.status;
  }
  return report;
}

export const readReport = (path) => JSON.parse(readFileSync(path, "utf8"));
