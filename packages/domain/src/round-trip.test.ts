import { expectProvenance } from "@cxmetrics/definition";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { BehaviourEvent, Channel, Code, Response, RubricAssessment } from "./index.js";
import { channelKinds, eventFamilies, missingReasons } from "./index.js";
import {
  BehaviourEventSchema,
  ChannelSchema,
  CodeSchema,
  expectValid,
  ProvenanceSchema,
  ResponseSchema,
  RubricAssessmentSchema,
} from "./schema.js";

// Written by hand from the interfaces, so that the schemas are held to the types and not to themselves.

const unsafe = ["__proto__", "constructor", "prototype"];
const id = fc
  .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
  .filter((text) => !/[\s\p{C}@]/u.test(text) && !unsafe.includes(text));
const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((words) => words.trim() !== "");
const title = fc.record({ en: text, zh: text });
const timeMs = fc.integer({ min: -8.64e15, max: 8.64e15 });
// JSON has no negative zero.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const version = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map((parts) => parts.join("."));

const channel: fc.Arbitrary<Channel> = fc.record(
  {
    id,
    kind: fc.oneof(
      fc.constantFrom(...Object.keys(channelKinds)),
      fc.stringMatching(/^[a-z]{1,5}(-[a-z0-9]{1,5})?$/),
    ),
    title,
    note: title,
  },
  { requiredKeys: ["id", "kind", "title"] },
);

const answer = fc.oneof(
  number,
  text,
  fc.array(text, { maxLength: 3 }),
  fc.record({
    missing: fc.constantFrom(...(Object.keys(missingReasons) as (keyof typeof missingReasons)[])),
  }),
);
const responseHead = {
  id,
  wave: id,
  respondent: id,
  timeMs,
  answers: fc.dictionary(id, answer, { maxKeys: 5 }),
};
const responseRest = {
  channel: id,
  invitation: id,
  weight: fc.double({ min: 0.001, max: 1000, noNaN: true }),
};
const required = ["kind", "id", "wave", "respondent", "timeMs", "answers"] as const;
const response: fc.Arbitrary<Response> = fc.oneof(
  fc.record(
    { kind: fc.constant("relational" as const), ...responseHead, ...responseRest },
    { requiredKeys: [...required] },
  ),
  fc.record(
    { kind: fc.constant("transactional" as const), ...responseHead, touchpoint: id, ...responseRest },
    { requiredKeys: [...required, "touchpoint"] },
  ),
);

const event: fc.Arbitrary<BehaviourEvent> = fc.record(
  {
    family: fc.constantFrom(...(Object.keys(eventFamilies) as (keyof typeof eventFamilies)[])),
    actor: id,
    event: text,
    timeMs,
    sequence: number,
    session: id,
    channel: id,
    touchpoint: id,
    properties: fc.dictionary(
      id,
      fc.oneof(fc.string({ unit: "grapheme" }), number, fc.boolean(), fc.constant(null)),
    ),
  },
  { requiredKeys: ["family", "actor", "event", "timeMs"] },
);

const code: fc.Arbitrary<Code> = fc.record({
  verbatim: id,
  codebook: fc.record({ id, version }),
  coder: fc.oneof(
    fc.record({ kind: fc.constant("person" as const), id }),
    fc.record({ kind: fc.constant("model" as const), id, version: id }),
  ),
  code: id,
  polarity: fc.double({ min: -1, max: 1, noNaN: true }).map((value) => value + 0),
});

const rubricAssessment: fc.Arbitrary<RubricAssessment> = fc
  .uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 2 })
  .chain((numbers) =>
    fc.record({
      kind: fc.constant("rubric" as const),
      id,
      rubric: fc.record({
        id,
        version,
        title,
        levels: fc.tuple(
          ...numbers.map((level) => fc.record({ level: fc.constant(level), score: number, anchor: title })),
        ),
      }),
      ratings: fc.uniqueArray(
        fc.record(
          { rater: id, object: id, level: fc.constantFrom(...numbers), timeMs, note: text },
          { requiredKeys: ["rater", "object", "level"] },
        ),
        { selector: ({ rater, object }) => JSON.stringify([rater, object]), maxLength: 6 },
      ),
    }),
  );

test("what has the type fits the schema and comes through JSON unchanged", () => {
  const holds = <T>(read: (value: unknown) => T, arbitrary: fc.Arbitrary<T>) =>
    fc.assert(
      fc.property(arbitrary, (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(read(plain)).toEqual(plain);
      }),
    );
  holds((value) => expectValid(ChannelSchema, value), channel);
  holds((value) => expectValid(ResponseSchema, value), response);
  holds((value) => expectValid(BehaviourEventSchema, value), event);
  holds((value) => expectValid(CodeSchema, value), code);
  holds((value) => expectValid(RubricAssessmentSchema, value), rubricAssessment);
});

test("ProvenanceSchema accepts exactly what expectProvenance accepts", () => {
  const often = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 8, arbitrary }, odd);
  const odd = fc.oneof(fc.constant(undefined), fc.constant(null), fc.integer(), fc.string(), fc.constant({}));
  const provenance = fc.record(
    {
      status: often(fc.constantFrom("standard-text", "published", "illustrative")),
      source: often(text),
      clause: often(text),
      url: often(fc.oneof(fc.webUrl(), fc.constantFrom("javascript:x", "http://", "https://a b"))),
      date: often(fc.stringMatching(/^\d{4}(-[01]\d(-[0-3]\d)?)?$/)),
      note: often(fc.oneof(title, fc.record({ en: fc.string(), zh: odd }))),
      extra: fc.constantFrom(...Array(9).fill(undefined), 3),
    },
    { requiredKeys: ["status", "source"] },
  );
  const accepts = (value: unknown) => {
    try {
      return expectProvenance(value, []) !== undefined;
    } catch {
      return false;
    }
  };
  let accepted = 0;
  // `undefined` counts as left out by hand, not in zod; JSON, where documents come from, has none.
  const inJson = provenance.map((value) => JSON.parse(JSON.stringify(value)) as unknown);
  fc.assert(
    fc.property(inJson, (value) => {
      expect(ProvenanceSchema.safeParse(value).success).toBe(accepts(value));
      if (accepts(value)) accepted++;
    }),
    { numRuns: 1000 },
  );
  // Of about 190.
  expect(accepted).toBeGreaterThan(100);
});
