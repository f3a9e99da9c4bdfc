import { expectOneOf, expectRecord } from "@cxmetrics/definition";
import type { Absent } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { reasonPhrases } from "../prose/reasons.js";
import { binding } from "../writing.js";
import type { OperationKind } from "./operation-kind.js";

/** No number, for the reason stated. */
export const absent: OperationKind<Absent> = {
  parse: (record, path) => {
    expectRecord(record, path, ["op", "reason"]);
    return {
      op: "absent",
      reason: expectOneOf(record["reason"], [...path, "reason"], ["missing", "not-applicable", "withheld"]),
    };
  },
  children: () => [],
  compile: ({ reason }, compiler) => {
    const out = compiler.outcomeOf([]);
    return {
      buffer: out,
      read: (_start, count) => {
        out.values.fill(0, 0, count);
        out.fault.fill(faultCode[reason], 0, count);
        out.faulty = true;
        return out;
      },
    };
  },
  latex: ({ reason }) => ({ text: `\\text{no value (${reasonPhrases[reason].en})}`, binds: binding.atom }),
  text: ({ reason }) => ({ text: `absent(${reason})`, binds: binding.call }),
  prose: {
    en: ({ reason }) => `no value (${reasonPhrases[reason].en})`,
    zh: ({ reason }) => `无值（${reasonPhrases[reason].zh}）`,
  },
};
