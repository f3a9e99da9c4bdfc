import { expect, test } from "vitest";
import { tallyFunnel } from "../tally-funnel.js";
import { estimateSceneFunnel } from "./estimate-scene-funnel.js";
import { sceneFunnel } from "./scene-funnel.js";

const funnel = sceneFunnel({ visit: "v", tag: ["t", "login"], convert: "c", activate: "a", windowMs: 100 });

/** Each word is an actor's events, one a millisecond. */
const tally = (text: string) =>
  tallyFunnel(
    text
      .split(" ")
      .flatMap((events, actor) => [...events].map((event, timeMs) => ({ actor, event, timeMs }))),
    funnel,
  );

test("four rates and the value per customer, by hand", () => {
  const scene = estimateSceneFunnel(tally("vtca vtc vtc vt vt vt v v v v t"), {
    totalValue: 1200,
    productsHeld: 7,
  });
  expect(scene).toMatchObject({
    visitors: 10,
    taggedUsers: 6,
    customers: 3,
    valueActive: 1,
    tagCoverage: { value: 0.6, n: 10 },
    customerConversion: { value: 0.5, n: 6 },
    valueActivation: { value: 1 / 3, n: 3 },
    overall: { value: 0.1, n: 10 },
    valuePerCustomer: 400,
    productsPerCustomer: 7 / 3,
  });
  // Wilson limits of 6 in 10: R 4.2.2, prop.test(6, 10, correct = FALSE).
  const { interval } = scene.tagCoverage;
  expect(interval).toMatchObject({
    lower: expect.closeTo(0.3126737697, 9),
    upper: expect.closeTo(0.8318196703, 9),
  });
});

test("tagged in the instant of the visit, the tag logged first", () => {
  const events = { actor: [1, 1], event: ["login", "v"], timeMs: [5, 5] };
  expect(tallyFunnel(events, funnel).counts).toEqual([1, 1, 0, 0]);
});

test("nobody: null, never 0 of 0", () => {
  expect(estimateSceneFunnel(tally("x"), { totalValue: 5 })).toMatchObject({
    tagCoverage: { value: null, interval: null },
    valuePerCustomer: null,
  });
  expect(estimateSceneFunnel(tally("v")).valuePerCustomer).toBe(null);
});

test("refused", () => {
  const code = (wanted: string) => expect.objectContaining({ code: wanted });
  expect(() => sceneFunnel({ visit: "v" } as never)).toThrow(code("document.missing-key"));
  expect(() => sceneFunnel({ visit: "v", tag: "t", convert: "c", activate: [] })).toThrow(
    code("document.wrong-type"),
  );
  const three = { ...tally("v"), counts: [1, 0, 0], stepNames: ["a", "b", "c"], elapsedMs: [[], []] };
  expect(() => estimateSceneFunnel(three)).toThrow(code("funnel.not-four-steps"));
  for (const totalValue of [Number.NaN, 1 / 0, "5", null])
    expect(() => estimateSceneFunnel(tally("v"), { totalValue } as never)).toThrow(code("funnel.bad-value"));
  expect(() => estimateSceneFunnel(tally("v"), { productsHeld: -1 })).toThrow(code("funnel.bad-value"));
});
