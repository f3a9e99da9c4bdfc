import { digestDefinition, parseDocument } from "@cxmetrics/definition";
import { describe, expect, test } from "vitest";
import { defineScore } from "./define-score.js";
import { csatTop2Of5 } from "./definitions/csat.js";
import { nps } from "./definitions/nps.js";
import { shippedReferences } from "./digests.js";
import { estimateScore } from "./estimate-score.js";
import { parseScoreDefinition } from "./parse-score-definition.js";
import { resolveScoreDefinition } from "./resolve-score-definition.js";
import { scoreDefinitions } from "./score-definitions.js";
import { tallyFromCounts } from "./tally-from-counts.js";

const share = csatTop2Of5;
const net = { kind: "net-share", upper: [5], lower: [1], unit: "points" };
const pomp = { kind: "pomp" };
const ofMaximum = { kind: "mean", unit: "index", rescale: { kind: "percent-of-maximum" } };
const mean = { interval: { method: "t", level: 0.95 } };
const netInterval = { method: "nps-score", level: 0.95 };

test.each(Object.values(scoreDefinitions))(
  "$id is sound, frozen, and its digest is the literal",
  (definition) => {
    expect(defineScore(definition)).toEqual(definition);
    expect(Object.isFrozen(definition.provenance.note)).toBe(true);
    expect(shippedReferences[definition.id]).toEqual({
      id: definition.id,
      version: definition.version,
      digest: digestDefinition(definition),
    });
    expect(scoreDefinitions[definition.id as keyof typeof scoreDefinitions]).toBe(definition);
  },
);

test("a written definition reads back to the same digest, from JSON and YAML", () => {
  const json = JSON.stringify(nps);
  expect(digestDefinition(parseScoreDefinition(json))).toBe(shippedReferences["nps"]?.digest);
  const yaml = [
    "formatVersion: 1",
    "id: csat.smile",
    "version: 0.1.0",
    "title: { en: Smile, zh: 笑脸 }",
    "provenance: { status: illustrative, source: example }",
    "scale: { min: 1, max: 3 }",
    "direction: higher-is-better",
    "statistic: { kind: share, band: [3], unit: share }",
    "base: valid",
    "interval: { method: wilson, level: 0.9 }",
  ].join("\n");
  expect(parseScoreDefinition(yaml)).toEqual(parseDocument(yaml));
});

describe("refusals", () => {
  test.each([
    ["scale.not-allowed", { scale: { min: 5, max: 5 } }],
    ["scale.not-allowed", { scale: { min: 1, max: 5.5 } }],
    ["document.unknown-key", { scale: { min: 1, max: 5, step: 1 } }],
    ["document.not-allowed", { direction: "up" }],
    ["document.not-allowed", { statistic: { kind: "median", unit: "mean" } }],
    ["document.unknown-key", { statistic: { kind: "share", band: [5], unit: "share", lower: [1] } }],
    ["band.off-scale", { statistic: { kind: "share", band: [5, 6], unit: "share" } }],
    ["band.off-scale", { statistic: { kind: "share", band: [4.5], unit: "share" } }],
    ["band.off-scale", { statistic: { kind: "share", band: ["5"], unit: "share" } }],
    ["band.empty", { statistic: { kind: "share", band: [], unit: "share" } }],
    ["band.repeated-point", { statistic: { kind: "share", band: [5, 5], unit: "share" } }],
    ["band.covers-base", { statistic: { kind: "share", band: [1, 2, 3, 4, 5], unit: "share" } }],
    ["band.covers-base", { base: { points: [4, 5] } }],
    ["band.outside-base", { base: { points: [1, 2, 5] } }],
    ["base.off-scale", { base: { points: [0, 1, 4, 5] } }],
    ["band.empty", { base: { points: [] } }],
    ["document.wrong-type", { base: "all" }],
    ["band.overlap", { statistic: { ...net, lower: [1, 5] }, interval: netInterval }],
    ["score.unit-mismatch", { statistic: { ...net, unit: "share" }, interval: netInterval }],
    ["document.missing-key", { statistic: { kind: "mean" }, interval: { method: "t", level: 0.95 } }],
    ["score.interval-mismatch", { statistic: { kind: "mean", unit: "mean" } }],
    ["score.interval-mismatch", { interval: { method: "t", level: 0.95 } }],
    ["score.level-not-allowed", { interval: { method: "wilson", level: 95 } }],
    ["document.wrong-type", { interval: { method: "wilson", level: Number.NaN } }],
    ["document.wrong-type", { id: "CSAT" }],
    ["document.unknown-key", { intervall: 1 }],
    ["score.nps-needs-0-10", { id: "nps.five" }],
    [
      "score.unit-mismatch",
      { ...mean, statistic: { kind: "mean", unit: "mean", rescale: { kind: "pomp" } } },
    ],
    ["score.unit-mismatch", { ...mean, statistic: { kind: "mean", unit: "index" } }],
    ["document.not-allowed", { ...mean, statistic: { kind: "mean", unit: "index", rescale: { kind: "z" } } }],
    ["document.unknown-key", { statistic: { kind: "share", band: [5], unit: "share", rescale: pomp } }],
    ["score.rescale-below-zero", { ...mean, scale: { min: -2, max: 2 }, statistic: ofMaximum }],
    ["document.wrong-type", { display: { digits: 11, mode: "half-up" } }],
    ["document.missing-key", { display: { digits: 1 } }],
    ["document.missing-key", { about: { en: "only English" } }],
    ["document.wrong-type", { differsFrom: "nps" }],
    ["definition.bad-reference", { differsFrom: ["NPS"] }],
    ["document.missing-key", { base: undefined }],
  ])("%s: %j", (code, change) => {
    expect(() => defineScore({ ...share, ...change })).toThrow(expect.objectContaining({ code }));
  });

  test.each([[undefined], [null], ["nps"], [5], [[]], [{}]])("%j is no definition", (value) => {
    expect(() => defineScore(value)).toThrow(
      expect.objectContaining({ code: expect.stringMatching(/^document\./) }),
    );
  });

  test("keys that reach a prototype", () => {
    const text = JSON.stringify(share).replace('"direction"', '"__proto__": {}, "direction"');
    expect(() => parseScoreDefinition(text)).toThrow(
      expect.objectContaining({ code: "document.unsafe-key" }),
    );
    expect(() => (parseScoreDefinition as (text: unknown) => unknown)(5)).toThrow(
      expect.objectContaining({ code: "document.wrong-type" }),
    );
  });
});

describe("references", () => {
  const tally = tallyFromCounts([1, 1, 1, 1, 1], share.scale);
  const digestIn = (definition: Parameters<typeof estimateScore>[1]) => estimateScore(tally, definition);

  test("a changed copy of a shipped definition does not pass for it", () => {
    const changed = { ...share, statistic: { kind: "share", band: [5], unit: "share" } } as const;
    const estimate = digestIn(changed);
    expect(estimate.definition.digest).toBe(digestDefinition(changed));
    expect(estimate.definition.digest).not.toBe(shippedReferences["csat.top-2-of-5"]?.digest);
    expect(estimate).toMatchObject({ value: 0.2 });
  });

  test("a definition that is changed between two calls is checked again", () => {
    const statistic = { kind: "share" as const, band: [4, 5], unit: "share" as const };
    const mutable = { ...share, statistic };
    const before = digestIn(mutable);
    statistic.band.pop();
    expect(digestIn(mutable).definition.digest).not.toBe(before.definition.digest);
  });

  test("a defined score is frozen and keeps its reference", () => {
    const defined = defineScore({ ...share, id: "csat.mine" });
    expect(() => {
      (defined.scale as { max: number }).max = 10;
    }).toThrow(TypeError);
    expect(digestIn(defined).definition).toEqual(digestIn(defined).definition);
  });
});

describe("names", () => {
  test("an id, with or without its version", () => {
    expect(resolveScoreDefinition("nps")).toBe(nps);
    expect(resolveScoreDefinition("csat.top-2-of-5@1.0.0")).toBe(share);
  });

  test.each([
    ["csat.top2-of-5", "csat.top-2-of-5"],
    ["nps@2.0.0", "nps@1.0.0"],
  ])("%s has a hint", (name, hint) => {
    expect(() => resolveScoreDefinition(name)).toThrow(
      expect.objectContaining({
        code: "score.unknown-definition",
        message: expect.stringContaining(`Did you mean "${hint}"?`),
      }),
    );
  });

  test.each([["constructor"], ["toString"], [5], [undefined], ["NPS"], [""]])("%j is refused", (name) => {
    expect(() => (resolveScoreDefinition as (name: unknown) => unknown)(name)).toThrow(
      expect.objectContaining({
        code: expect.stringMatching(/^(score\.unknown-definition|definition\.bad-reference)$/),
      }),
    );
  });
});
