import { expectRecord } from "@cxmetrics/definition";
import type { Step } from "../block.js";
import type { Conditional, Expression } from "../expression.js";
import { chinese } from "../prose/chinese.js";
import { reasonPhrases } from "../prose/reasons.js";
import { binding } from "../writing.js";
import { comparedBy } from "./condition.js";
import type { OperationKind } from "./operation-kind.js";

/** One of two values; the fault of the one not chosen does not matter. */
export const conditional: OperationKind<Conditional> = {
  parse: (record, path, parser) => {
    expectRecord(record, path, ["op", "when", "then", "else"]);
    return {
      op: "if",
      when: parser.condition(record["when"], [...path, "when"]),
      // biome-ignore lint/suspicious/noThenProperty: the contract names it so; it is data and never awaited.
      then: parser.expression(record["then"], [...path, "then"]),
      else: parser.expression(record["else"], [...path, "else"]),
    };
  },
  children: (operation) => [...comparedBy(operation.when), operation.then, operation.else],
  compile: (operation, compiler) => {
    const when = compiler.condition(operation.when);
    const yes = compiler.step(operation.then);
    const no = compiler.step(operation.else);
    const out = compiler.outcomeOf([when, yes, no]);
    return {
      buffer: out,
      read: (start: number, count: number) => {
        const [condition, a, b] = [when, yes, no].map((step: Step) => step.read(start, count));
        out.faulty = false;
        if (!condition || !a || !b) return out;
        for (let row = 0; row < count; row += 1) {
          const undecided = condition.fault[row] as number;
          const chosen = condition.values[row] === 1 ? a : b;
          const code = undecided !== 0 ? undecided : (chosen.fault[row] as number);
          out.fault[row] = code;
          out.values[row] = code === 0 ? (chosen.values[row] as number) : 0;
          if (code !== 0) out.faulty = true;
        }
        return out;
      },
    };
  },
  latex: (operation, writer) => {
    const [when, yes, no] = [
      writer.condition(operation.when),
      writer.of(operation.then),
      writer.of(operation.else),
    ];
    return {
      text: `\\begin{cases} ${yes.text} & \\text{if } ${when.text} \\\\ ${no.text} & \\text{otherwise} \\end{cases}`,
      binds: binding.choice,
    };
  },
  text: (operation, writer) => {
    const parts = [writer.condition(operation.when), writer.of(operation.then), writer.of(operation.else)];
    return { text: `if(${parts.map((part) => part.text).join(", ")})`, binds: binding.call };
  },
  prose: {
    en: (operation, { item, condition }) =>
      `if ${condition(operation.when)}, then ${item(operation.then)}, otherwise ${item(operation.else)}`,
    zh: (operation, { item, condition }) =>
      chinese(
        "若",
        condition(operation.when),
        ...branch("，则", operation.then, item),
        ...branch("，否则", operation.else, item),
      ),
  },
};

/** A branch in Chinese: a value is taken, and where there is none the sentence says what that counts as. */
function branch(lead: string, part: Expression, item: (part: Expression) => string): readonly string[] {
  if (typeof part !== "object" || part.op !== "absent") return [`${lead}取`, item(part)];
  const { zh } = reasonPhrases[part.reason];
  return [part.reason === "withheld" ? `${lead}${zh}` : `${lead}视为${zh}`];
}
