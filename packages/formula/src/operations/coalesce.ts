import { expectOneOf, expectRecord } from "@cxmetrics/definition";
import type { Step } from "../block.js";
import { faults } from "../column.js";
import type { Coalesce, Reason } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { chinese, listInChinese } from "../prose/chinese.js";
import { listInEnglish } from "../prose/english.js";
import { reasonPhrases } from "../prose/reasons.js";
import { binding } from "../writing.js";
import { oneOrMore } from "./arithmetic.js";
import type { OperationKind } from "./operation-kind.js";

const reasons = faults.filter((fault): fault is Reason => fault !== "none");

/** The first operand that holds a number, past the faults that the operation names and no others. */
export const coalesce: OperationKind<Coalesce> = {
  parse: (record, path, parser) => {
    expectRecord(record, path, ["op", "of"], ["for"]);
    const op = "coalesce";
    const of = parser.list(record["of"], [...path, "of"], { op, ...oneOrMore }, parser.expression);
    const given = record["for"];
    if (given === undefined) return { op, of };
    const at = [...path, "for"];
    const list = parser.list(given, at, { op: "for", ...oneOrMore }, (item, at) =>
      expectOneOf(item, at, reasons),
    );
    return { op, of, for: list };
  },
  children: ({ of }) => of,
  compile: (operation, compiler) => {
    const steps = operation.of.map((part) => compiler.step(part));
    const out = compiler.outcomeOf(steps);
    const columns: Float64Array[] = steps.map(() => out.values);
    const masks: Uint8Array[] = steps.map(() => out.fault);
    const passed = new Set(passedOver(operation).map((reason) => faultCode[reason]));
    return {
      buffer: out,
      read: (start, count) => {
        for (let k = 0; k < steps.length; k += 1) {
          const block = (steps[k] as Step).read(start, count);
          columns[k] = block.values;
          masks[k] = block.fault;
        }
        out.faulty = false;
        for (let row = 0; row < count; row += 1) {
          let fault = 0;
          let value = 0;
          for (let k = 0; k < steps.length; k += 1) {
            const code = (masks[k] as Uint8Array)[row] as number;
            if (code === 0 || !passed.has(code)) {
              fault = code;
              value = code === 0 ? ((columns[k] as Float64Array)[row] as number) : 0;
              break;
            }
            if (fault === 0 || code < fault) fault = code;
          }
          out.fault[row] = fault;
          out.values[row] = value;
          if (fault !== 0) out.faulty = true;
        }
        return out;
      },
    };
  },
  latex: ({ of }, writer) => ({
    text: `\\operatorname{first}\\left(${of.map((part) => writer.of(part).text).join(", ")}\\right)`,
    binds: binding.call,
  }),
  text: (operation, writer) => {
    const over = operation.for === undefined ? "" : `; for ${passedOver(operation).join(", ")}`;
    return {
      text: `coalesce(${operation.of.map((part) => writer.of(part).text).join(", ")}${over})`,
      binds: binding.call,
    };
  },
  prose: {
    en: (operation, { operand }) => {
      const [first, ...others] = operation.of.map(operand);
      const when = passedOver(operation).map((reason) => reasonPhrases[reason].en);
      if (others.length === 0) return first ?? "";
      return `${first}, or where that is ${when.join(" or ")}, ${others.length === 1 ? others[0] : `the first value among ${listInEnglish(others)}`}`;
    },
    zh: (operation, { operand }) => {
      const [first = "", ...others] = operation.of.map(operand);
      const when = passedOver(operation).map((reason) => reasonPhrases[reason].zh);
      if (others.length === 0) return first;
      const rest = others.length === 1 ? others : [listInChinese(others), "中首个有值的数"];
      return chinese(first, `（${when.join("或")}时取`, chinese(...rest), "）");
    },
  },
};

/** Faults after which the next operand is tried. */
export function passedOver(operation: Coalesce): readonly Reason[] {
  return [...new Set(operation.for ?? (["missing"] as const))];
}
