import { engine } from "@cxmetrics/stats";
import type { Answer, Run } from "../answer.js";
import { expectMethodOptions } from "./agreement-options.js";
import { agreementTable } from "./agreement-table.js";
import { type MeasuredAgreement, measureAgreement } from "./measure-agreement.js";

/** Options of `cx agreement`, as written. */
export interface AgreementCommandOptions {
  readonly unit: string;
  readonly rater: string;
  readonly value: string;
  readonly method?: string;
  readonly level?: string;
  readonly weights?: string;
  readonly form?: string;
  readonly categories?: string;
  readonly missing?: string;
  readonly bootstrap?: string;
  readonly seed?: string;
  readonly confidence?: string;
}

/**
 * `cx agreement`: how far raters agree, by one coefficient.
 *
 * @param file table with one rating a row
 * @param options what was written on the command line
 * @param run language, reader and the rest of the world
 */
export async function runAgreement(
  file: string,
  options: AgreementCommandOptions,
  run: Run,
): Promise<Answer> {
  const choices = expectMethodOptions(options);
  const measured: MeasuredAgreement = await measureAgreement(file, options, choices, run);
  const { found, raters } = measured;
  const { method } = choices;
  const base = { coefficient: method, raterNames: raters };
  return {
    definition: null,
    engine,
    result:
      found.status === "ok" ? { ...base, ...found } : { ...base, ...found, value: null, interval: null },
    warnings: [],
    text: agreementTable(measured, choices, run),
  };
}
