import type { QuestionnaireCommandOptions } from "../commands/questionnaire.js";
import { help } from "../help.js";
import type { CommandLine } from "./command-line.js";

const texts = {
  about: {
    en: "Scores a standard questionnaire (SUS, UMUX, UEQ, PSSUQ, NASA-TLX and others), its subscales, for everyone or by group.",
    zh: "计算标准问卷（SUS、UMUX、UEQ、PSSUQ、NASA-TLX 等）及其分量表的得分，可分组。",
  },
  instrument: {
    en: "questionnaire: id, id@version, or a file (.yaml, .json)",
    zh: "问卷：id、id@版本，或文件（.yaml、.json）",
  },
  items: {
    en: "columns of the items in the order of the questionnaire, separated by commas; answers as given, not reversed",
    zh: "按问卷顺序排列的题项列，以逗号分隔；答案照录，不要预先反转",
  },
};

const examples = `$ cx questionnaire usability.csv --instrument sus --items Q1,Q2,Q3,Q4,Q5,Q6,Q7,Q8,Q9,Q10 --by channel
$ cx questionnaire usability.csv --instrument umux-lite --items useful,easy --missing 99`;

/** Declares `cx questionnaire`. */
export function declareQuestionnaire({ program, t, add, go }: CommandLine): void {
  add(program, "questionnaire <file>", texts.about, examples)
    .requiredOption("--instrument <id|file>", t(texts.instrument))
    .requiredOption("--items <columns>", t(texts.items))
    .option("--by <columns>", t(help.by))
    .option("--missing <list>", t(help.missing))
    .option("--level <share>", t(help.level))
    .action((file: string, options: QuestionnaireCommandOptions) => {
      go(async (run) => (await import("../commands/questionnaire.js")).runQuestionnaire(file, options, run));
    });
}
