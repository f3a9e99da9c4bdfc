import { expect, test } from "vitest";
import type {
  Channel,
  RelationalResponse,
  RelationalWave,
  Response,
  SurveyWave,
  TransactionalResponse,
  TransactionalWave,
} from "./index.js";
import { channelKinds, eventFamilies, missingReasons } from "./index.js";

// What must not compile is marked; the type check of the package fails when it does compile.

const base = { id: "r", wave: "w", respondent: "c", timeMs: 3, answers: { ltr: 9 } };
const relational: RelationalResponse = { kind: "relational", ...base };
const transactional: TransactionalResponse = { kind: "transactional", ...base, touchpoint: "t" };

/** Stands for any calculation that is about relational answers only. */
const countRelational = (responses: readonly RelationalResponse[]) => responses.length;

test("relational and transactional responses do not mix", () => {
  expect(countRelational([relational, relational])).toBe(2);
  // @ts-expect-error a transactional response is not relational
  countRelational([relational, transactional]);
  // @ts-expect-error nor is one whose kind is not known
  countRelational([relational as Response]);
  // @ts-expect-error a relational response has no touchpoint
  const wrong: RelationalResponse = { ...relational, touchpoint: "t" as string, kind: "transactional" };
  expect(wrong.kind).toBe("transactional");
  // @ts-expect-error a transactional response names its touchpoint
  const without: TransactionalResponse = { kind: "transactional", ...base };
  expect(without.kind).toBe("transactional");
});

test("the kind tells waves apart, also for the compiler", () => {
  const touchpointOf = (wave: SurveyWave) => (wave.kind === "transactional" ? wave.touchpoint : "none");
  const head = { id: "w", title: { en: "W", zh: "波" }, questions: [], startTimeMs: 3 };
  const yearly: RelationalWave = { kind: "relational", ...head };
  const triggered: TransactionalWave = { kind: "transactional", ...head, touchpoint: "t" };
  expect([yearly, triggered].map(touchpointOf)).toEqual(["none", "t"]);
  // @ts-expect-error a wave is of one kind
  const swapped: RelationalWave = triggered;
  expect(swapped.kind).toBe("transactional");
});

test("an optional field is left out, never undefined", () => {
  // @ts-expect-error exact optional properties
  const vague: RelationalResponse = { ...relational, weight: undefined };
  expect(Object.hasOwn(vague, "weight")).toBe(true);
});

test("a channel may have a kind of its own", () => {
  const title = { en: "Car", zh: "车载" };
  const channels: Channel[] = [
    { id: "M", kind: "mobile-app", title },
    { id: "V", kind: "in-vehicle", title },
  ];
  expect(channels.map(({ kind }) => Object.hasOwn(channelKinds, kind))).toEqual([true, false]);
});

test.each(Object.entries({ channelKinds, eventFamilies, missingReasons }))(
  "%s: names in kebab case, every one in both languages",
  (_, names) => {
    for (const [name, title] of Object.entries(names)) {
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(title.en).toMatch(/^[A-Z]/);
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
    }
  },
);
