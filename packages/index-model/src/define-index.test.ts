import { digestDefinition, isCxMetricsError, type ProblemPath } from "@cxmetrics/definition";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channels, channelsText } from "../fixtures/channels.js";
import { randomIndex } from "../fixtures/random-index.js";
import { defineIndex, type IndexDefinition, parseIndexDefinition, scoreIndex } from "./index.js";

type Draft = Record<string, unknown>;

function refusal(run: () => unknown): { code: string; path: ProblemPath; message: string } {
  try {
    run();
  } catch (thrown) {
    if (!isCxMetricsError(thrown)) throw thrown;
    return { code: thrown.code, path: thrown.path, message: thrown.message };
  }
  return { code: "no error", path: [], message: "" };
}

/** The example with one member changed; `undefined` takes it out. */
function edited(path: readonly (string | number)[], value: unknown): Draft {
  const draft = structuredClone(channels) as unknown as Draft;
  let at: Draft = draft;
  for (const key of path.slice(0, -1)) at = at[key] as Draft;
  const last = path.at(-1) as string;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return draft;
}

describe("what is defined", () => {
  test("comes back equal, frozen through and through, and checking twice changes nothing", () => {
    const draft = structuredClone(channels);
    const defined = defineIndex(draft);
    expect(defined).toEqual(draft);
    expect(defineIndex(defined)).toBe(defined);
    const frozen = (value: unknown): boolean =>
      typeof value !== "object" ||
      value === null ||
      (Object.isFrozen(value) && Object.values(value).every(frozen));
    expect(frozen(defined)).toBe(true);
    expect(Object.isFrozen(draft)).toBe(false);
  });

  test("has one digest as YAML, as JSON and with its keys in another order", () => {
    const turned = Object.fromEntries(Object.entries(channels).reverse());
    const digest = digestDefinition(channels);
    expect(digestDefinition(parseIndexDefinition(JSON.stringify(channels)))).toBe(digest);
    expect(digestDefinition(defineIndex(turned))).toBe(digest);
    expect(digestDefinition(parseIndexDefinition(channelsText))).toBe(digest);
  });

  test("members that are undefined count as left out", () => {
    expect(defineIndex({ ...structuredClone(channels), purpose: undefined })).not.toHaveProperty("purpose");
  });

  test("names of Object's own members are ordinary node ids", () => {
    const { ease } = channels.nodes;
    const { views: _, grades: __, ...head } = channels;
    expect(defineIndex({ ...head, root: "toString", nodes: { toString: ease } }).root).toBe("toString");
    expect(refusal(() => defineIndex({ ...head, root: "toString", nodes: { ease } })).code).toBe(
      "index.root-missing",
    );
  });

  test("a chain of ten thousand means is no deeper than the call stack", () => {
    const mean = (node: string) => ({
      ...(channels.nodes["use"] as object),
      children: [{ node, weight: 1 }],
    });
    const nodes: Draft = { n0: { ...channels.nodes["review"], tags: undefined } };
    for (let i = 1; i <= 10_000; i++) nodes[`n${i}`] = mean(`n${i - 1}`);
    const { views: _, grades: __, ...head } = channels;
    expect(defineIndex({ ...head, root: "n10000", nodes }).root).toBe("n10000");
  });

  test("random trees pass", () => {
    fc.assert(fc.property(randomIndex, ({ definition }) => defineIndex(definition).root === "index"));
  });
});

describe("what is refused, with code and path", () => {
  const mean = (children: unknown) => ({ ...(channels.nodes["use"] as object), children });
  const leaf = (normalise: unknown) => ({ ...(channels.nodes["ease"] as object), normalise });
  test.each<[string, readonly (string | number)[], unknown]>([
    ["document.wrong-type", ["id"], "Not An Id"],
    ["document.wrong-type", ["version"], "1"],
    ["document.missing-key", ["scale"], undefined],
    ["document.unknown-key", ["rooot"], "score"],
    ["index.empty-range", ["scale"], { lower: 1, upper: 1 }],
    ["index.no-nodes", ["nodes"], {}],
    ["document.wrong-type", ["nodes"], []],
    ["index.bad-node-id", ["nodes", "1st"], channels.nodes["ease"]],
    ["index.bad-node-id", ["nodes", "a b"], channels.nodes["ease"]],
    ["document.unsafe-key", ["nodes", "constructor"], channels.nodes["ease"]],
    ["index.root-missing", ["root"], "scores"],
    ["document.missing-key", ["nodes", "ease", "kind"], undefined],
    ["document.not-allowed", ["nodes", "ease", "kind"], "indicater"],
    ["document.unknown-key", ["nodes", "ease", "weight"], 2],
    ["document.not-allowed", ["nodes", "ease", "source"], "poll"],
    ["document.missing-key", ["nodes", "ease", "normalise", "method"], undefined],
    ["document.not-allowed", ["nodes", "ease", "normalise", "method"], "goalpost"],
    ["document.unknown-key", ["nodes", "review", "normalise", "worst"], 1],
    ["index.goalposts-equal", ["nodes", "ease", "normalise", "worst"], 7],
    ["document.wrong-type", ["nodes", "ease", "normalise", "worst"], "1"],
    ["document.wrong-type", ["nodes", "ease", "normalise", "worst"], Number.NaN],
    ["document.not-allowed", ["nodes", "ease", "normalise", "cap"], "upper"],
    ["index.empty-range", ["nodes", "ease", "normalise", "onto"], { lower: 100, upper: 0 }],
    ["index.goalposts-not-positive", ["nodes", "start", "normalise", "best"], 0],
    [
      "index.goalposts-not-positive",
      ["nodes", "ease"],
      leaf({ method: "log-goalposts", worst: -1, best: 5 }),
    ],
    ["document.wrong-type", ["nodes", "start", "appliesTo", "values"], []],
    ["document.wrong-type", ["nodes", "ease", "tags", "stage"], "not a name"],
    ["document.not-allowed", ["nodes", "use", "method"], "harmonic"],
    ["document.wrong-type", ["nodes", "use", "children"], []],
    ["index.bad-weight", ["nodes", "use", "children", 0, "weight"], -1],
    ["index.bad-weight", ["nodes", "use", "children", 0, "weight"], Number.NaN],
    ["index.bad-weight", ["nodes", "use", "children", 0, "weight"], Number.POSITIVE_INFINITY],
    ["index.bad-weight", ["nodes", "use", "children", 0, "weight"], 1e300],
    ["index.bad-weight", ["nodes", "use", "children", 0, "weight"], "1/0"],
    ["index.bad-weight", ["nodes", "use", "children", 0, "weight"], "-1/2"],
    ["index.bad-weight", ["nodes", "use", "children", 0, "weight"], "one half"],
    ["index.bad-weight", ["nodes", "use", "children", 0, "weight"], "0.5"],
    ["index.bad-weight", ["nodes", "use", "children", 0, "weight"], null],
    ["document.missing-key", ["nodes", "use", "children", 0, "weight"], undefined],
    [
      "index.weights-sum-to-zero",
      ["nodes", "use"],
      mean([
        { node: "ease", weight: 0 },
        { node: "trust", weight: "0/3" },
      ]),
    ],
    [
      "index.duplicate-child",
      ["nodes", "use"],
      mean([
        { node: "ease", weight: 1 },
        { node: "ease", weight: 2 },
      ]),
    ],
    ["index.dangling-node", ["nodes", "use", "children", 0, "node"], "completions"],
    ["index.bad-share", ["nodes", "use", "missing", "minimumAvailable"], 1.2],
    ["index.bad-share", ["nodes", "use", "missing", "minimumAvailable"], "3/2"],
    ["document.not-allowed", ["nodes", "use", "missing", "policy"], "impute"],
    ["document.missing-key", ["nodes", "use", "missing", "minimumAvailable"], undefined],
    ["document.unknown-key", ["nodes", "base", "missing", "minimumAvailable"], 0.5],
    ["index.dangling-node", ["nodes", "score", "expression"], { op: "add", of: ["base", "late.rawr"] }],
    ["index.dangling-node", ["nodes", "score", "expression"], { op: "add", of: ["base", "lat.raw"] }],
    ["index.dangling-node", ["nodes", "score", "expression"], "hasOwnProperty"],
    ["index.raw-of-non-indicator", ["nodes", "score", "expression"], "base.raw"],
    ["formula.unknown-operation", ["nodes", "score", "expression"], { op: "plus", of: ["base"] }],
    ["index.unknown-tag", ["views", "stages", "tag"], "stages"],
    ["index.unknown-group", ["nodes", "ease", "tags", "stage"], "acts"],
    ["index.view-without-weights", ["views", "stages", "of"], "use"],
    ["index.dangling-node", ["views", "stages", "of"], "bas"],
    ["index.dangling-node", ["grades", "of"], "scor"],
    ["index.dangling-node", ["grades", "bands", 0, "conditions", 0, "node"], "usage"],
    ["document.not-allowed", ["grades", "onFailedCondition"], "lower"],
    ["document.wrong-type", ["grades", "bands"], []],
    ["index.bands-not-descending", ["grades", "bands", 1, "from"], 80],
    ["index.bands-not-descending", ["grades", "bands", 0, "from"], undefined],
    ["index.bands-not-descending", ["grades", "bands", 2, "from"], 0],
    ["index.bands-not-descending", ["grades", "bands", 2, "conditions"], [{ node: "use", atLeast: 1 }]],
    ["index.duplicate-band", ["grades", "bands", 1, "id"], "A"],
    ["document.missing-key", ["grades", "veto", "title"], undefined],
  ])("%s at %j", (code, path, value) => {
    const found = refusal(() => defineIndex(edited(path, value)));
    expect(found.code).toBe(code);
    expect(found.path.length).toBeGreaterThan(0);
  });

  test.each([undefined, null, 1, "x", [], {}, new Map(), () => 1, Symbol("s")])("%p", (value) => {
    expect(refusal(() => defineIndex(value)).code).toMatch(/^document\./);
  });

  test("a circle is told with the way round", () => {
    const draft = edited(["nodes", "use", "children", 0, "node"], "score");
    expect(refusal(() => defineIndex(draft)).message).toContain("use → score → base → use");
    const alone = edited(["nodes", "use", "children", 0, "node"], "use");
    expect(refusal(() => defineIndex(alone)).message).toContain("use → use");
  });

  test("the nearest name is offered", () => {
    const draft = edited(["nodes", "use", "children", 0, "node"], "complettion");
    const { message, path } = refusal(() => defineIndex(draft));
    expect(message).toContain('Did you mean "completion"?');
    expect(path).toEqual(["nodes", "use", "children", 0, "node"]);
  });

  test("text that is neither JSON nor YAML", () => {
    expect(refusal(() => parseIndexDefinition("{ id: [")).code).toBe("document.unreadable");
  });

  test("merge keys of YAML 1.1 are refused by name, wherever they stand", () => {
    const top = refusal(() => parseIndexDefinition("base: &b { id: x }\n<<: *b\n"));
    expect([top.code, top.path]).toEqual(["index.merge-key", ["<<"]]);
    const inside = refusal(() => defineIndex(edited(["nodes", "ease", "<<"], { unit: "%" })));
    expect([inside.code, inside.path]).toEqual(["index.merge-key", ["nodes", "ease", "<<"]]);
    expect(inside.message).toContain("template");
  });
});

describe("outputs", () => {
  const leaf = {
    kind: "indicator",
    title: { en: "Ease", zh: "易用" },
    provenance: { status: "illustrative", source: "test" },
    unit: "1–5",
    source: "survey",
    normalise: { method: "goalposts", worst: 1, best: 5 },
  };
  const rounded = {
    kind: "formula",
    title: { en: "As displayed", zh: "公布值" },
    provenance: { status: "illustrative", source: "test" },
    expression: { op: "round", of: ["ease"], digits: 1, mode: "half-even" },
  };
  const document = {
    formatVersion: 1,
    id: "test.outputs",
    version: "1.0.0",
    title: { en: "Outputs", zh: "输出" },
    provenance: { status: "illustrative", source: "test" },
    scale: { lower: 0, upper: 100 },
    root: "ease",
    nodes: { ease: leaf, shown: rounded },
  };
  const table = { units: ["a"], columns: { ease: [3.333] } };
  const codes = (definition: IndexDefinition) =>
    scoreIndex(definition, table).warnings.map(({ code }) => code);

  test("an output that nothing reads is no loose end", () => {
    expect(codes(defineIndex(document))).toContain("index.unreachable-node");
    expect(codes(defineIndex({ ...document, outputs: ["shown"] }))).not.toContain("index.unreachable-node");
  });

  test("an output must be a node", () => {
    expect(() => defineIndex({ ...document, outputs: ["showm"] })).toThrow(
      expect.objectContaining({ code: "index.dangling-node", path: ["outputs", 0] }),
    );
  });
});
