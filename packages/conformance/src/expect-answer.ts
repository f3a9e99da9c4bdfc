import { expectOneOf, expectRecord, expectText } from "@cxmetrics/definition";
import type { ConformanceAnswer, FaultKind } from "./answer.js";

const faults: readonly FaultKind[] = ["unsupported", "timeout", "crashed", "garbage"];

/** Expects an output, a refusal or a fault. */
export function expectAnswer(value: unknown): ConformanceAnswer {
  const answer = expectRecord(value, ["answer"], [], ["output", "error", "fault", "detail"]);
  if (answer["fault"] !== undefined) {
    expectOneOf(answer["fault"], ["answer", "fault"], faults);
    return { fault: answer["fault"] as FaultKind, detail: String(answer["detail"] ?? "") };
  }
  if (answer["error"] === undefined) return { output: answer["output"] };
  const { code, message } = expectRecord(answer["error"], ["answer", "error"], ["code"], ["message"]);
  return {
    error: {
      code: expectText(code, ["answer", "error", "code"]),
      ...(typeof message === "string" ? { message } : {}),
    },
  };
}
