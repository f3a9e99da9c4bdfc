import { expectList, expectNumber, expectRecord } from "@cxmetrics/definition";
import type { RefuseKey } from "./check-key.js";
import type { Questionnaire } from "./questionnaire.js";
import { scoreRespondent } from "./score-respondent.js";

/** Scores the examples of a questionnaire whose key is in order, and refuses a key that gives something else. */
export function checkExamples(questionnaire: Questionnaire, refuse: RefuseKey): void {
  const { items, subscales, examples } = questionnaire;
  if (examples === undefined) return;
  expectList(examples, ["examples"], (example, path) => {
    const { answers, scores } = expectRecord(example, path, ["answers", "scores"]);
    const given = expectList(answers, [...path, "answers"], (answer, at) => {
      const { scale } = items[at.at(-1) as number] ?? {};
      return expectNumber(answer, at, scale ? { least: scale.min, most: scale.max, integer: true } : {});
    });
    if (given.length !== items.length)
      throw refuse([...path, "answers"], {
        en: `an example has ${given.length} answers for ${items.length} items`,
        zh: `示例有 ${given.length} 个回答，题目有 ${items.length} 道`,
      });
    const answersOf = new Map(items.map(({ id }, index) => [id, given[index] ?? null]));
    const wanted = expectRecord(
      scores,
      [...path, "scores"],
      [],
      subscales.map(({ id }) => id),
    );
    for (const subscale of subscales) {
      const expected = wanted[subscale.id];
      if (expected === undefined) continue;
      const number = expectNumber(expected, [...path, "scores", subscale.id]);
      const { score } = scoreRespondent(questionnaire, subscale, answersOf, { kind: "refuse" });
      if (score === null || Math.abs(score - number) > 1e-9 * Math.max(1, Math.abs(number)))
        throw refuse([...path, "scores", subscale.id], {
          en: `${subscale.id} of an example is ${score}, not ${number}`,
          zh: `示例的 ${subscale.id} 得 ${score}，而非 ${number}`,
        });
    }
  });
}
