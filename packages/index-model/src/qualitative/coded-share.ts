import {
  CxMetricsError,
  didYouMean,
  expectList,
  expectOneOf,
  expectRecord,
  expectText,
} from "@cxmetrics/definition";
import { type AgreementGate, agreementGate, readAgreementRule } from "./agreement-gate.js";
import { unknownCode } from "./problems.js";

/** A text and the code that each coder gave it. */
export interface CodedText {
  /** What the text is about, for example the id of a channel. */
  readonly unit: string;
  /** One code for each coder, in the same order for all texts; `null` where a coder gave none. */
  readonly codes: readonly (string | null)[];
}

/** How coded texts become shares. */
export interface CodedShareOptions {
  /** The codebook: codes mean something in one version of it only. */
  readonly codebook: { readonly id: string; readonly version: string; readonly codes: readonly string[] };
  /** Codes that are counted. */
  readonly count: readonly string[];
  /** Codes that say that the text does not bear on the question: they leave the base. */
  readonly notApplicable?: readonly string[];
  /** The code of a text with several coders: `unanimous` needs all to agree, `majority` more than half. Texts without one are undecided. */
  readonly resolve: "unanimous" | "majority";
  /** Least Krippendorff's alpha (nominal) of the coders. */
  readonly agreementAtLeast: number;
}

/** Share of coded texts for one unit. */
export interface UnitCodedShare {
  readonly unit: string;
  /** Share 0…1 of the base; `null` where the gate did not open or the base is empty. */
  readonly value: number | null;
  readonly reason: "no-texts" | "agreement-failed" | "agreement-not-assessed" | null;
  /** Texts in the base: decided and applicable. */
  readonly n: number;
  readonly counted: number;
  /** Texts whose coders do not agree on a code, left out and told. */
  readonly undecided: number;
  readonly notApplicable: number;
}

/** Shares of coded texts with their codebook and the agreement of the coders. */
export interface CodedShares {
  readonly status: "ok";
  readonly units: readonly UnitCodedShare[];
  readonly codebook: { readonly id: string; readonly version: string };
  readonly agreement: AgreementGate;
}

/**
 * Share of texts that carry certain codes, for each unit, behind a gate on the agreement of the coders.
 *
 * $$ p = \frac{\#\{\text{texts with a counted code}\}}{\#\{\text{decided and applicable texts}\}} $$
 *
 * Agreement is Krippendorff's alpha at the nominal level over all texts and coders; a single coder gives no alpha, so that the gate
 * stays `not-assessed` and no share counts.
 *
 * @param texts coded texts
 * @param options codebook, codes that count, rule for several coders, agreement
 * @returns share of each unit in the order in which units first appear
 * @throws `CxMetricsError` `qualitative.unknown-code` (with the nearest code), `qualitative.not-a-table`, `document.*`
 * @example
 * ```ts
 * const codebook = { id: "complaints", version: "2.1.0", codes: ["slow", "unclear", "other"] };
 * const texts = [
 *   { unit: "App", codes: ["slow", "slow"] }, { unit: "App", codes: ["unclear", "unclear"] }, { unit: "App", codes: ["slow", "slow"] },
 *   { unit: "App", codes: ["slow", "other"] }, { unit: "Web", codes: ["unclear", "unclear"] }, { unit: "Web", codes: ["other", "other"] },
 * ];
 * const shares = codedShare(texts, { codebook, count: ["slow"], resolve: "unanimous", agreementAtLeast: 0.667 });
 * shares.units[0]; // => { unit: "App", value: 0.6666666666666666, reason: null, n: 3, counted: 2, undecided: 1, notApplicable: 0 }
 * shares.agreement.alpha; // => 0.7659574468085106
 * ```
 */
export function codedShare(texts: readonly CodedText[], options: CodedShareOptions): CodedShares {
  const rules = readOptions(options);
  const coded = expectList(texts, ["texts"], (item, path) => {
    const text = expectRecord(item, path, ["unit", "codes"]);
    const codes = expectList(text["codes"], [...path, "codes"], (code, at) =>
      code === null || code === undefined ? null : readCode(code, at, rules.codebook),
    );
    return { unit: expectText(text["unit"], [...path, "unit"]), codes };
  });
  const width = coded.reduce((most, { codes }) => Math.max(most, codes.length), 0);
  const ratings = coded.map(({ codes }) => Array.from({ length: width }, (_, coder) => codes[coder] ?? null));
  const agreement = agreementGate(ratings, { level: "nominal", atLeast: rules.agreementAtLeast });
  const tallies = new Map<string, { n: number; counted: number; undecided: number; notApplicable: number }>();
  for (const { unit, codes } of coded) {
    const tally = tallies.get(unit) ?? { n: 0, counted: 0, undecided: 0, notApplicable: 0 };
    tallies.set(unit, tally);
    const code = resolved(codes, rules.resolve);
    if (code === undefined) tally.undecided += 1;
    else if (rules.notApplicable.includes(code)) tally.notApplicable += 1;
    else {
      tally.n += 1;
      if (rules.count.includes(code)) tally.counted += 1;
    }
  }
  const closed = agreement.status === "passed" ? null : (`agreement-${agreement.status}` as const);
  const units = [...tallies].map(([unit, tally]): UnitCodedShare => {
    const reason = closed ?? (tally.n === 0 ? "no-texts" : null);
    return { unit, value: reason === null ? tally.counted / tally.n : null, reason, ...tally };
  });
  const { id, version } = rules.codebook;
  return { status: "ok", units, codebook: { id, version }, agreement };
}

/** The code on which the coders of a text agree. */
function resolved(codes: readonly (string | null)[], rule: "unanimous" | "majority"): string | undefined {
  const given = codes.filter((code) => code !== null);
  const counts = new Map<string, number>();
  for (const code of given) counts.set(code, (counts.get(code) ?? 0) + 1);
  const needed = rule === "unanimous" ? given.length : given.length / 2 + 0.5;
  return [...counts].find(([, count]) => count >= needed)?.[0];
}

function readOptions(options: unknown) {
  const at = ["options"];
  const names = ["codebook", "count", "resolve", "agreementAtLeast"];
  const record = expectRecord(options, at, names, ["notApplicable"]);
  const book = expectRecord(record["codebook"], [...at, "codebook"], ["id", "version", "codes"]);
  const codebook = {
    id: expectText(book["id"], [...at, "codebook", "id"]),
    version: expectText(book["version"], [...at, "codebook", "version"]),
    codes: expectList(book["codes"], [...at, "codebook", "codes"], (code, path) => expectText(code, path), 1),
  };
  const codesOf = (name: string, least: number) =>
    record[name] === undefined
      ? []
      : expectList(record[name], [...at, name], (code, path) => readCode(code, path, codebook), least);
  return {
    codebook,
    count: codesOf("count", 1),
    notApplicable: codesOf("notApplicable", 1),
    resolve: expectOneOf(record["resolve"], [...at, "resolve"], ["unanimous", "majority"]),
    agreementAtLeast: readAgreementRule({ level: "nominal", atLeast: record["agreementAtLeast"] }, at)
      .atLeast,
  };
}

function readCode(
  value: unknown,
  path: readonly (string | number)[],
  codebook: CodedShareOptions["codebook"],
): string {
  const code = expectText(value, path);
  if (codebook.codes.includes(code)) return code;
  throw new CxMetricsError(unknownCode, {
    path,
    values: { code, codebook: `${codebook.id}@${codebook.version}`, hint: didYouMean(code, codebook.codes) },
  });
}
