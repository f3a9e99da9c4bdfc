import { type CxMetricsError, isCxMetricsError } from "@cxmetrics/definition";
import { describe, expect, test } from "vitest";
import type * as z from "zod";
import * as schema from "./schema.js";
import { expectValid } from "./schemas/expect-valid.js";

const title = { en: "Mobile bank", zh: "手机银行" };
const scale = { kind: "rating", min: 0, max: 10, direction: "higher-is-better" };
const ltr = { kind: "rating", id: "ltr", text: { en: "Recommend?", zh: "推荐？" }, scale };
const why = { kind: "text", id: "why", text: { en: "Why?", zh: "为什么？" } };
const level = (number: number) => ({ level: number, score: 25 * (number - 1), anchor: title });
const rubric = { id: "R1", version: "1.0.0", title, levels: [1, 2, 3, 4, 5].map(level) };
const rating = { rater: "e-1", object: "M", level: 4 };

interface Samples {
  /** A whole sample with every optional field. */
  readonly full: Record<string, unknown>;
  /** Fields that may be left out. */
  readonly optional: readonly string[];
  /** Changes that must be refused, with the place where the mistake is told. */
  readonly wrong: readonly (readonly [change: object, path: readonly (string | number)[]])[];
}

/** Fields of a relational wave and its response come back in the transactional ones. */
const wave = {
  id: "2024-H1",
  title,
  questions: [ltr, why],
  startTimeMs: 1_700_000_000_000,
  endTimeMs: 1_710_000_000_000,
  sampling: "probability",
  frame: title,
};
const response = {
  id: "r-1",
  wave: "2024-H1",
  respondent: "c-81f3",
  timeMs: 1_700_000_000_000,
  answers: { ltr: 9, why: "转账快", channels: ["M", "W"], age: { missing: "refused" } },
  channel: "M",
  invitation: "i-1",
  weight: 1.25,
};

const samples: Record<string, Samples> = {
  LocalizedText: {
    full: { en: "Reliability", zh: "可靠性" },
    optional: [],
    wrong: [
      [{ zh: undefined }, ["zh"]],
      [{ en: " " }, ["en"]],
      [{ en: 3 }, ["en"]],
      [{ fr: "Fiabilité" }, ["fr"]],
    ],
  },
  Provenance: {
    full: {
      status: "standard-text",
      source: "GB/T 19038-2009",
      clause: "4.2",
      url: "https://gbstandards.cn/view/101914.html",
      date: "2009-11",
      note: title,
    },
    optional: ["clause", "url", "date", "note"],
    wrong: [
      [{ status: "hearsay" }, ["status"]],
      [{ url: "javascript:alert(1)" }, ["url"]],
      [{ date: "2009-13" }, ["date"]],
      [{ note: { en: "x" } }, ["note", "zh"]],
    ],
  },
  Channel: {
    full: { id: "M", kind: "mobile-app", title, note: title },
    optional: ["note"],
    wrong: [
      [{ id: "" }, ["id"]],
      [{ id: "a b" }, ["id"]],
      [{ kind: "Mobile App" }, ["kind"]],
      [{ kind: "-x" }, ["kind"]],
    ],
  },
  JourneyStage: {
    full: { id: "J4", title, goal: title },
    optional: ["goal"],
    wrong: [[{ title: "办理交易" }, ["title"]]],
  },
  Journey: {
    full: {
      id: "open",
      title,
      stages: [
        { id: "J1", title },
        { id: "J2", title },
      ],
      segments: ["60+"],
    },
    optional: ["segments"],
    wrong: [
      [{ stages: [] }, ["stages"]],
      [
        {
          stages: [
            { id: "J1", title },
            { id: "J1", title },
          ],
        },
        ["stages"],
      ],
      [{ stages: [{ id: "J1" }] }, ["stages", 0, "title"]],
    ],
  },
  Touchpoint: {
    full: { id: "first-policy", title, channel: "M", position: { journey: "buy", stage: "J4" } },
    optional: ["position"],
    wrong: [
      [{ position: { journey: "buy" } }, ["position", "stage"]],
      [{ channel: null }, ["channel"]],
    ],
  },
  Segment: {
    full: { id: "60+", title, criteria: title },
    optional: ["criteria"],
    wrong: [[{ id: 60 }, ["id"]]],
  },
  Customer: {
    full: { id: "c-81f3", segments: ["60+"] },
    optional: ["segments"],
    wrong: [
      [{ id: "li.lei@example.cn" }, ["id"]],
      [{ name: "李雷" }, ["name"]],
      [{ segments: "60+" }, ["segments"]],
    ],
  },
  QuestionScale: {
    full: {
      ...scale,
      labels: [
        { point: 0, label: title },
        { point: 10, label: title },
      ],
    },
    optional: ["labels"],
    wrong: [
      [{ max: 0 }, ["max"]],
      [{ min: 0.5 }, ["min"]],
      [{ direction: "up" }, ["direction"]],
      [{ labels: [{ point: 11, label: title }] }, ["labels"]],
      [
        {
          labels: [
            { point: 3, label: title },
            { point: 3, label: title },
          ],
        },
        ["labels"],
      ],
    ],
  },
  Question: {
    full: { ...ltr, missingCodes: [{ code: 99, reason: "refused" }] },
    optional: ["missingCodes"],
    wrong: [
      [{ kind: "slider" }, ["kind"]],
      [{ missingCodes: [{ code: 10, reason: "blank" }] }, ["missingCodes"]],
      [{ missingCodes: [{ code: 99, reason: "forgot" }] }, ["missingCodes", 0, "reason"]],
      [{ choices: [] }, ["choices"]],
    ],
  },
  RelationalWave: {
    full: { kind: "relational", ...wave },
    optional: ["endTimeMs", "sampling", "frame"],
    wrong: [
      [{ kind: "transactional" }, ["kind"]],
      [{ touchpoint: "first-policy" }, ["touchpoint"]],
      [{ questions: [ltr, ltr] }, ["questions"]],
      [{ questions: [] }, ["questions"]],
      [{ startTimeMs: "2024-01-01" }, ["startTimeMs"]],
      [{ startTimeMs: 8.65e15 }, ["startTimeMs"]],
      [{ endTimeMs: 1_600_000_000_000 }, ["endTimeMs"]],
    ],
  },
  TransactionalWave: {
    full: { kind: "transactional", ...wave, touchpoint: "first-policy" },
    optional: ["endTimeMs", "sampling", "frame"],
    wrong: [
      [{ kind: "relational" }, ["kind"]],
      [{ touchpoint: undefined }, ["touchpoint"]],
      [{ sampling: "river" }, ["sampling"]],
    ],
  },
  Invitation: {
    full: {
      id: "i-1",
      wave: "2024-H1",
      contact: "c-81f3",
      channel: "sms",
      sentMs: 1_700_000_000_000,
      status: "answered",
      occasionMs: 1_699_999_000_000,
    },
    optional: ["occasionMs"],
    wrong: [
      [{ contact: "a@b.cn" }, ["contact"]],
      [{ status: "lost" }, ["status"]],
      [{ sentMs: 1.5 }, ["sentMs"]],
    ],
  },
  RelationalResponse: {
    full: { kind: "relational", ...response },
    optional: ["channel", "invitation", "weight"],
    wrong: [
      [{ touchpoint: "first-policy" }, ["touchpoint"]],
      [{ weight: 0 }, ["weight"]],
      [{ weight: Number.POSITIVE_INFINITY }, ["weight"]],
      [{ answers: { ltr: null } }, ["answers", "ltr"]],
      [{ answers: { ltr: Number.NaN } }, ["answers", "ltr"]],
      [{ answers: { ltr: { missing: "lost" } } }, ["answers", "ltr", "missing"]],
      [{ answers: [9] }, ["answers"]],
    ],
  },
  TransactionalResponse: {
    full: { kind: "transactional", ...response, touchpoint: "first-policy" },
    optional: ["channel", "invitation", "weight"],
    wrong: [
      [{ touchpoint: undefined }, ["touchpoint"]],
      [{ timeMs: new Date(0) }, ["timeMs"]],
    ],
  },
  BehaviourEvent: {
    full: {
      family: "interaction",
      actor: "c-81f3",
      event: "打开首页",
      timeMs: 1_700_000_000_000,
      sequence: 7,
      session: "s-1",
      channel: "M",
      touchpoint: "home",
      properties: { amount: 2500.5, product: "存款", first: true, campaign: null },
    },
    optional: ["sequence", "session", "channel", "touchpoint", "properties"],
    wrong: [
      [{ family: "click" }, ["family"]],
      [{ timeMs: "1700000000000" }, ["timeMs"]],
      [{ event: "" }, ["event"]],
      [{ sequence: Number.NaN }, ["sequence"]],
      [{ properties: { basket: { size: 3 } } }, ["properties", "basket"]],
    ],
  },
  Rubric: {
    full: rubric,
    optional: [],
    wrong: [
      [{ levels: [level(1)] }, ["levels"]],
      [{ levels: [level(1), level(1)] }, ["levels"]],
      [{ version: "1.0" }, ["version"]],
    ],
  },
  RubricAssessment: {
    full: {
      kind: "rubric",
      id: "a-1",
      rubric,
      ratings: [{ ...rating, timeMs: 1_700_000_000_000, note: "截图 3" }],
    },
    optional: [],
    wrong: [
      [{ ratings: [{ ...rating, level: 6 }] }, ["ratings"]],
      [{ ratings: [rating, { ...rating, level: 5 }] }, ["ratings"]],
      [{ ratings: [{ ...rating, rater: "e 1" }] }, ["ratings", 0, "rater"]],
    ],
  },
  ChecklistAssessment: {
    full: {
      kind: "checklist",
      id: "a-2",
      object: "M",
      assessor: "e-1",
      timeMs: 1_700_000_000_000,
      items: [
        { id: "colour", title, result: "pass", note: "首页" },
        { id: "voice", result: "not-applicable" },
      ],
    },
    optional: ["timeMs"],
    wrong: [
      [{ items: [] }, ["items"]],
      [{ items: [{ id: "a", result: "n/a" }] }, ["items", 0, "result"]],
      [
        {
          items: [
            { id: "a", result: "pass" },
            { id: "a", result: "fail" },
          ],
        },
        ["items"],
      ],
    ],
  },
  UsabilitySession: {
    full: {
      kind: "usability",
      id: "u-1",
      participant: "p-7",
      task: "transfer",
      object: "M",
      success: true,
      durationMs: 48_200.5,
      errors: 2,
      steps: 9,
      optimalSteps: 6,
      timeMs: 1_700_000_000_000,
    },
    optional: ["object", "steps", "optimalSteps", "timeMs"],
    wrong: [
      [{ success: 1 }, ["success"]],
      [{ durationMs: -1 }, ["durationMs"]],
      [{ errors: 1.5 }, ["errors"]],
      [{ optimalSteps: 0 }, ["optimalSteps"]],
    ],
  },
  Verbatim: {
    full: {
      id: "v-1",
      text: "转账步骤太多",
      timeMs: 1_700_000_000_000,
      language: "zh-CN",
      response: "r-1",
      channel: "M",
      touchpoint: "transfer",
    },
    optional: ["timeMs", "language", "response", "channel", "touchpoint"],
    wrong: [
      [{ text: "\n" }, ["text"]],
      [{ language: "Chinese!" }, ["language"]],
    ],
  },
  Code: {
    full: {
      verbatim: "v-1",
      codebook: { id: "topics", version: "2.1.0" },
      coder: { kind: "model", id: "topic-tagger", version: "2024-03" },
      code: "too-many-steps",
      polarity: -0.6,
    },
    optional: [],
    wrong: [
      [{ polarity: 1.01 }, ["polarity"]],
      [{ coder: { kind: "model", id: "topic-tagger" } }, ["coder", "version"]],
      [{ coder: { kind: "person", id: "p", version: "1" } }, ["coder", "version"]],
      [{ codebook: { id: "topics" } }, ["codebook", "version"]],
    ],
  },
};

/** The unions, each with samples of its members. */
const unions: Record<string, readonly string[]> = {
  SurveyWave: ["RelationalWave", "TransactionalWave"],
  Response: ["RelationalResponse", "TransactionalResponse"],
  Assessment: ["RubricAssessment", "ChecklistAssessment", "UsabilitySession"],
};

const schemaOf = (noun: string) =>
  (schema as unknown as Record<string, z.ZodType>)[`${noun}Schema`] as z.ZodType;

function refusal(noun: string, value: unknown): CxMetricsError {
  try {
    expectValid(schemaOf(noun), value);
  } catch (thrown) {
    if (isCxMetricsError(thrown)) return thrown;
    throw thrown;
  }
  throw new Error("was accepted");
}

test("every schema has samples", () => {
  const nouns = Object.keys(schema).flatMap((name) => /^(.+)Schema$/.exec(name)?.[1] ?? []);
  expect([...Object.keys(samples), ...Object.keys(unions), "Answer"].sort()).toEqual(nouns.sort());
});

describe.each(Object.entries(samples))("%s", (noun, { full, optional, wrong }) => {
  const containers = Object.keys(unions).filter((union) => unions[union]?.includes(noun));

  test("a whole sample comes through JSON unchanged", () => {
    for (const name of [noun, ...containers])
      expect(expectValid(schemaOf(name), JSON.parse(JSON.stringify(full)))).toEqual(full);
  });

  test("what is optional may be left out but not undefined, the rest may not be left out", () => {
    for (const key of Object.keys(full)) {
      const { [key]: _, ...rest } = full;
      expect(schemaOf(noun).safeParse(rest).success, `without ${key}`).toBe(optional.includes(key));
      expect(schemaOf(noun).safeParse({ ...full, [key]: undefined }).success, `undefined ${key}`).toBe(false);
    }
  });

  test.each(wrong)("refuses %j", (change, path) => {
    for (const name of [noun, ...containers.filter(() => !("kind" in change))]) {
      const error = refusal(name, { ...full, ...change });
      expect(error.code).toBe("document.invalid");
      expect(error.path).toEqual(path);
      for (const sentence of [error.messages.en, error.messages.zh])
        expect(sentence).not.toMatch(/undefined|\[object|\{\w+\}|无效输入。$/);
      expect(error.messages.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  });

  test("refuses an unknown key and names it", () => {
    const error = refusal(noun, { ...full, phone: "13800000000" });
    expect(error.path).toEqual(["phone"]);
    expect(error.message).toContain('"phone"');
    expect(error.messages.zh).toContain('"phone"');
  });

  test("refuses a __proto__ key before parsing", () => {
    const text = JSON.stringify(full).replace(/^\{/, '{"__proto__":{"polluted":1},');
    expect(refusal(noun, JSON.parse(text)).code).toBe("document.unsafe-key");
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test.each([undefined, null, 3, "text", [], Number.NaN, () => 3])("refuses %s", (value) => {
    expect(refusal(noun, value).code).toBe("document.invalid");
  });
});

describe("Question", () => {
  const choices = [
    { code: "M", label: title },
    { code: "W", label: title },
  ];
  test("may be a choice or open", () => {
    const choice = { kind: "choice", id: "ch", text: title, choices, multiple: true };
    expect(expectValid(schema.QuestionSchema, choice)).toEqual(choice);
    expect(expectValid(schema.QuestionSchema, why)).toEqual(why);
    expect(refusal("Question", { ...choice, choices: [choices[0], choices[0]] }).messages.zh).toContain(
      "代码相同",
    );
  });
});

describe("Answer", () => {
  test.each([9, -1.5, "很好", ["M", "W"], [], { missing: "blank" }])("%j", (answer) => {
    expect(expectValid(schema.AnswerSchema, answer)).toEqual(answer);
  });
  test.each([null, undefined, "", Number.NaN, true, { missing: "?" }, [3], {}])("refuses %j", (answer) => {
    expect(refusal("Answer", answer).code).toBe("document.invalid");
  });
});
