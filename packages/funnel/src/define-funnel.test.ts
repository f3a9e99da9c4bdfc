import { digestDefinition, parseDocument } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defineFunnel } from "./define-funnel.js";
import { orderedFunnel } from "./ordered-funnel.js";
import { parseFunnelDefinition } from "./parse-funnel-definition.js";

const document = {
  formatVersion: 1,
  id: "loan.application",
  version: "1.2.0",
  title: { en: "Loan application", zh: "贷款申请" },
  provenance: { status: "illustrative", source: "example" },
  steps: [
    { name: "apply", title: { en: "Apply", zh: "申请" }, event: "apply" },
    { name: "sign", event: ["sign", "e-sign"] },
  ],
  order: "ordered",
  windowMs: 604_800_000,
  ties: "sequence",
  entry: "best",
  reuse: "once",
};

const problem = (code: string, path: unknown[] = []) =>
  expect.objectContaining({ name: "CxMetricsError", code, path });

test("a definition is read as written: equal content, equal digest", () => {
  const funnel = defineFunnel(document);
  expect(funnel).toEqual(document);
  expect(digestDefinition(funnel)).toBe(digestDefinition(document as never));
  expect(defineFunnel(funnel)).toEqual(funnel);
  expect(parseFunnelDefinition(document)).toEqual(funnel);
  expect(parseFunnelDefinition(JSON.stringify(document))).toEqual(funnel);
});

test("YAML and JSON have one digest", () => {
  const yaml = `
    id: loan.application
    version: 1.2.0
    formatVersion: 1
    title: { zh: 贷款申请, en: Loan application }
    provenance: { source: example, status: illustrative }
    windowMs: 604800000
    steps:
      - { event: apply, name: apply, title: { en: Apply, zh: 申请 } }
      - { event: [sign, e-sign], name: sign }
    order: ordered
    ties: sequence
    entry: best
    reuse: once`;
  expect(digestDefinition(parseFunnelDefinition(yaml))).toBe(digestDefinition(document as never));
});

test("the result is frozen to its depths, and the caller's document is left alone", () => {
  const own = structuredClone(document);
  const funnel = defineFunnel(own);
  expect(() => {
    (funnel as unknown as typeof document).steps.push(own.steps[0] as never);
  }).toThrow(TypeError);
  Object.assign(own.steps[0] as object, { name: "other", event: "other" });
  expect(funnel.steps[0]?.name).toBe("apply");
  expect(Object.isFrozen(own)).toBe(false);
});

test("every rule changes the digest", () => {
  const digests = [null, 1, 604_800_000].map((windowMs) =>
    digestDefinition(defineFunnel({ ...document, windowMs })),
  );
  expect(new Set(digests).size).toBe(3);
});

describe("refused", () => {
  test.each([
    ["no steps", { steps: [] }, "funnel.no-steps", ["steps"]],
    [
      "two steps of one name",
      { steps: [document.steps[0], document.steps[0]] },
      "funnel.duplicate-step",
      ["steps", 1, "name"],
    ],
    ["a step without event", { steps: [{ name: "apply" }] }, "document.missing-key", ["steps", 0, "event"]],
    [
      "a step of no event",
      { steps: [{ name: "apply", event: [] }] },
      "document.wrong-type",
      ["steps", 0, "event"],
    ],
    [
      "a blank event",
      { steps: [{ name: "apply", event: " " }] },
      "document.wrong-type",
      ["steps", 0, "event"],
    ],
    ["a window of nothing", { windowMs: 0 }, "document.wrong-type", ["windowMs"]],
    ["a negative window", { windowMs: -1 }, "document.wrong-type", ["windowMs"]],
    ["a fractional window", { windowMs: 0.5 }, "document.wrong-type", ["windowMs"]],
    ["an infinite window", { windowMs: Number.POSITIVE_INFINITY }, "document.wrong-type", ["windowMs"]],
    ["a window in words", { windowMs: "7d" }, "document.wrong-type", ["windowMs"]],
    ["a rule nobody knows", { ties: "random" }, "document.not-allowed", ["ties"]],
    ["an unknown key", { windowDays: 7 }, "document.unknown-key", ["windowDays"]],
    [
      "a prototype",
      JSON.parse('{ "steps": [{ "__proto__": 1 }] }'),
      "document.unsafe-key",
      ["steps", 0, "__proto__"],
    ],
  ])("%s", (_, change, code, path) => {
    expect(() => defineFunnel({ ...document, ...change })).toThrow(problem(code, path));
  });

  test.each(["windowMs", "order", "ties", "entry", "reuse", "steps"])("a document without %s", (key) => {
    expect(() => defineFunnel({ ...document, [key]: undefined })).toThrow(
      problem("document.missing-key", [key]),
    );
  });

  test.each(["order", "ties", "entry", "reuse", "adjacency"])("the bare word strict as %s", (field) => {
    expect(() => defineFunnel({ ...document, [field]: "strict" })).toThrow(
      problem("funnel.not-supported", [field]),
    );
    expect(() => defineFunnel({ ...document, [field]: "strict" })).toThrow("four things in four products");
  });

  test("the bare word strict as a key", () => {
    expect(() => defineFunnel({ ...document, strict: true })).toThrow("four things in four products");
  });

  test("anything at all: a definition or a CxMetricsError, never another failure", () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(document)), fc.anything(), (key, value) => {
        try {
          defineFunnel({ ...document, [key]: value });
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: "CxMetricsError" });
        }
      }),
    );
    for (const value of [undefined, null, 0, "", [], () => 0, Symbol("x"), 1n, new Date(0), new Map()])
      expect(() => defineFunnel(value)).toThrow(expect.objectContaining({ name: "CxMetricsError" }));
    expect(() => parseFunnelDefinition("steps: [")).toThrow(problem("document.unreadable"));
  });
});

describe("orderedFunnel", () => {
  test("writes a full document", () => {
    expect(orderedFunnel({ steps: ["view", "buy"] })).toEqual(
      parseDocument(`
        formatVersion: 1
        id: adhoc.funnel
        version: 1.0.0
        title: { en: view → buy, zh: view → buy }
        provenance: { status: illustrative, source: written for one question }
        steps: [{ name: view, event: view }, { name: buy, event: buy }]
        order: ordered
        windowMs: null
        ties: sequence
        entry: best
        reuse: once`),
    );
    const title = { en: "Shop", zh: "商店" };
    expect(orderedFunnel({ steps: ["view"], id: "shop.views", title, windowMs: 5 })).toMatchObject({
      id: "shop.views",
      title,
      windowMs: 5,
    });
  });

  test("step names stay distinct whatever the events are called", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "a (2)", "a (2) (2)", "a (3)"), { minLength: 1, maxLength: 9 }),
        (steps) => {
          const funnel = orderedFunnel({ steps });
          expect(funnel.steps.map(({ event }) => event)).toEqual(steps);
        },
      ),
    );
  });

  test("refuses no steps, a bad window and misspelt options", () => {
    expect(() => orderedFunnel({ steps: [] })).toThrow(problem("funnel.no-steps", ["steps"]));
    expect(() => orderedFunnel({} as never)).toThrow(problem("funnel.no-steps", ["steps"]));
    expect(() => orderedFunnel(undefined as never)).toThrow(problem("document.wrong-type"));
    expect(() => orderedFunnel({ steps: "ab" } as never)).toThrow(problem("document.wrong-type", ["steps"]));
    expect(() => orderedFunnel({ steps: ["a"], windowMs: -1 })).toThrow(
      problem("document.wrong-type", ["windowMs"]),
    );
    expect(() => orderedFunnel({ steps: ["a"], window: 5 } as never)).toThrow(
      problem("document.unknown-key", ["window"]),
    );
  });
});
