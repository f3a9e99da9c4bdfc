import type { Language } from "@cxmetrics/definition";
import type { Condition } from "../expression.js";
import { chinese } from "../prose/chinese.js";
import { binding, type Piece, type Speaker, type Writer } from "../writing.js";
import { comparisons } from "./condition.js";

/** Signs of a notation for conditions. */
interface ConditionSigns {
  readonly and: string;
  readonly or: string;
  readonly not: (condition: string) => string;
  readonly brackets: readonly [string, string];
  readonly compare: (sign: keyof typeof comparisons) => string;
}

const latexSigns: ConditionSigns = {
  and: " \\land ",
  or: " \\lor ",
  not: (condition) => `\\lnot \\left(${condition}\\right)`,
  brackets: ["\\left(", "\\right)"],
  compare: (sign) => comparisons[sign].latex,
};

const textSigns: ConditionSigns = {
  and: " and ",
  or: " or ",
  not: (condition) => `not (${condition})`,
  brackets: ["(", ")"],
  compare: (sign) => sign,
};

/** A condition in LaTeX. */
export function conditionInLatex(condition: Condition, writer: Writer): Piece {
  return write(condition, writer, latexSigns);
}

/** A condition in plain infix text. */
export function conditionInText(condition: Condition, writer: Writer): Piece {
  return write(condition, writer, textSigns);
}

function write(condition: Condition, writer: Writer, signs: ConditionSigns): Piece {
  if ("compare" in condition) {
    const [a, b] = condition.of.map((part) => writer.operand(part, binding.sum));
    return { text: `${a} ${signs.compare(condition.compare)} ${b}`, binds: binding.atom };
  }
  if ("not" in condition)
    return { text: signs.not(writer.condition(condition.not).text), binds: binding.atom };
  const parts = ("all" in condition ? condition.all : condition.any).map((part) => writer.condition(part));
  const [only] = parts;
  if (parts.length === 1 && only) return only;
  const texts = parts.map((part) =>
    part.binds < binding.atom ? signs.brackets[0] + part.text + signs.brackets[1] : part.text,
  );
  return { text: texts.join("all" in condition ? signs.and : signs.or), binds: binding.choice };
}

/** A condition as a clause of a sentence. */
export function sayCondition(condition: Condition, language: Language, speaker: Speaker): string {
  if ("compare" in condition) {
    const [a = "", b = ""] = condition.of.map((part) => speaker.item(part));
    const word = comparisons[condition.compare][language];
    return language === "en" ? `${a} ${word} ${b}` : chinese(a, word, b);
  }
  if ("not" in condition) {
    const clause = speaker.condition(condition.not);
    return language === "en" ? `it is not so that (${clause})` : `并非（${clause}）`;
  }
  const parts = "all" in condition ? condition.all : condition.any;
  const [only] = parts;
  if (parts.length === 1 && only) return speaker.condition(only);
  const clauses = parts.map((part) => {
    const clause = speaker.condition(part);
    if ("compare" in part || "not" in part) return clause;
    return language === "en" ? `(${clause})` : `（${clause}）`;
  });
  if (language === "en") return clauses.join("all" in condition ? " and " : " or ");
  return chinese(
    ...clauses.flatMap((clause, i) => (i === 0 ? [clause] : ["all" in condition ? "且" : "或", clause])),
  );
}
