import { describe, expect, test } from "vitest";
import { leaf, provenance, title } from "../../fixtures/one-index.js";
import { defineIndex, digestDefinition, scoreIndex } from "../index.js";

const of = { status: "published", source: "the template" } as const;
const templates = {
  group: {
    title,
    provenance: of,
    parameters: {
      women: { type: "column", title },
      men: { type: "column", title },
      best: { type: "number", title, default: 100 },
      floor: { type: "node", title },
    },
    root: "gap",
    nodes: {
      gap: {
        ...leaf(),
        kind: "formula",
        unit: undefined,
        source: undefined,
        normalise: undefined,
        expression: { op: "maximum", of: [{ op: "divide", of: ["{female}", "{male}"] }, "{floor}.raw"] },
      },
      female: {
        ...leaf({ column: "{women}", normalise: { method: "goalposts", worst: 0, best: "{best}" } }),
        title: { en: "Women: {women}", zh: "女性：{women}" },
        provenance,
      },
      male: {
        ...leaf({ column: "{men}", normalise: { method: "goalposts", worst: 0, best: "{best}" } }),
        title,
        provenance,
      },
    },
  },
};
const head = {
  formatVersion: 1,
  id: "test.use",
  version: "1.0.0",
  title,
  provenance,
  scale: { lower: 0, upper: 1 },
};
const use = (women: string, men: string, more = {}) => ({
  kind: "use",
  title: { en: "Gap", zh: "差距" },
  provenance,
  template: "group",
  with: { women, men, floor: "least", ...more },
});
const mean = (children: readonly string[]) => ({
  kind: "aggregate",
  title,
  provenance,
  method: "arithmetic-mean",
  missing: { policy: "propagate" },
  children: children.map((node) => ({ node, weight: 1 })),
});
const document = {
  ...head,
  root: "index",
  templates,
  nodes: {
    least: { ...leaf(), title, provenance },
    school: use("school_f", "school_m"),
    pay: use("pay_f", "pay_m", { best: 50 }),
    index: mean(["school", "pay"]),
  },
};
const table = {
  units: ["x"],
  columns: { least: [0.1], school_f: [40], school_m: [80], pay_f: [30], pay_m: [40] },
};

describe("templates become ordinary nodes", () => {
  const defined = defineIndex(document);
  test("named after the node that uses them, with its title, and the provenance of the template", () => {
    expect(Object.keys(defined.nodes)).toEqual([
      "least",
      "school",
      "school_female",
      "school_male",
      "pay",
      "pay_female",
      "pay_male",
      "index",
    ]);
    expect(defined.nodes["school"]?.title.en).toBe("Gap");
    expect(defined.nodes["pay_female"]?.title).toEqual({ en: "Women: pay_f", zh: "女性：pay_f" });
    expect(defined.nodes["pay_female"]?.origin).toEqual({ id: "group", use: "pay", provenance: of });
    expect(defined.nodes["pay_male"]).toMatchObject({ normalise: { best: 50 } });
  });

  test("they score, and the document says from which it was expanded", () => {
    const result = scoreIndex(defined, table);
    expect(result.nodes["index"]?.values).toEqual([(0.5 + 0.75) / 2]);
    expect(defined.expandedFrom).toMatch(/^sha256:/);
    expect(result.definition.digest).toBe(digestDefinition(defined));
  });

  test("defining again changes nothing", () => {
    expect(defineIndex(JSON.parse(JSON.stringify(defined)))).toEqual(defined);
    expect(defineIndex(document)).toEqual(defined);
  });

  test("templates may use templates", () => {
    const both = {
      title,
      provenance: of,
      parameters: {},
      root: "m",
      nodes: {
        m: mean(["{a}", "{b}"]),
        a: use("school_f", "school_m"),
        b: use("pay_f", "pay_m", { best: 50 }),
      },
    };
    const nested = {
      ...document,
      templates: { ...templates, both },
      nodes: { least: document.nodes.least, index: { kind: "use", title, provenance, template: "both" } },
    };
    const result = scoreIndex(defineIndex(nested), table);
    expect(Object.keys(result.nodes)).toContain("index_a_female");
    expect(result.nodes["index"]?.values).toEqual([0.625]);
  });
});

const alone = (more: object) => ({ ...document, ...more });
const self = { ...templates.group, nodes: { ...templates.group.nodes, male: use("a", "b") } };
test.each([
  ["an unknown template", alone({ templates: {} }), "index.unknown-template"],
  ["recursion", alone({ templates: { group: self } }), "index.template-cycle"],
  [
    "a missing parameter",
    alone({ nodes: { ...document.nodes, pay: { ...use("a", "b"), with: { women: "a" } } } }),
    "index.parameter-missing",
  ],
  [
    "an unknown parameter",
    alone({ nodes: { ...document.nodes, pay: use("a", "b", { wemen: "x" }) } }),
    "document.unknown-key",
  ],
  [
    "a parameter of the wrong type",
    alone({ nodes: { ...document.nodes, pay: use("a", "b", { best: "much" }) } }),
    "index.parameter-type",
  ],
  [
    "an unknown placeholder",
    alone({
      templates: {
        group: {
          ...templates.group,
          nodes: { ...templates.group.nodes, male: { ...leaf({ column: "{man}" }), title, provenance } },
        },
      },
    }),
    "index.unknown-placeholder",
  ],
  [
    "an id that is taken",
    alone({ nodes: { ...document.nodes, pay_male: document.nodes.least } }),
    "index.expanded-id-taken",
  ],
  [
    "a root that is not there",
    alone({ templates: { group: { ...templates.group, root: "gep" } } }),
    "index.template-root-missing",
  ],
  [
    "a name twice",
    alone({
      templates: {
        group: {
          ...templates.group,
          parameters: { ...templates.group.parameters, male: { type: "number", title } },
        },
      },
    }),
    "index.template-name-twice",
  ],
])("refused: %s", (_, written, code) => {
  expect(() => defineIndex(written)).toThrow(expect.objectContaining({ code }));
});

test("templates that multiply are stopped", () => {
  const doubling = Object.fromEntries(
    Array.from({ length: 30 }, (_, k) => {
      const child = { kind: "use", title, provenance, template: `t${k + 1}` };
      const nodes =
        k === 29 ? { a: { ...leaf(), title, provenance } } : { a: mean(["{b}", "{c}"]), b: child, c: child };
      return [`t${k}`, { title, provenance: of, parameters: {}, root: "a", nodes }];
    }),
  );
  const written = {
    ...head,
    root: "r",
    templates: doubling,
    nodes: { r: { kind: "use", title, provenance, template: "t0" } },
  };
  expect(() => defineIndex(written)).toThrow(
    expect.objectContaining({ code: expect.stringMatching(/^index\.(too-many-nodes|bad-node-id)$/) }),
  );
});

describe("constants", () => {
  const constants = { goal: { title, value: 80, provenance }, third: { title, value: "1/4", provenance } };
  const formula = {
    kind: "formula",
    title,
    provenance,
    expression: { op: "multiply", of: ["#third", { op: "minimum", of: ["least", "#goal"] }] },
  };
  const written = {
    ...head,
    root: "f",
    constants,
    nodes: { least: { ...leaf(), title: { en: "#1", zh: "#1" }, provenance }, f: formula },
  };

  test("formulas read them by name, and they stay in the document", () => {
    const defined = defineIndex(written);
    expect(
      scoreIndex(defined, { units: ["x", "y"], columns: { least: [90, 30] } }).nodes["f"]?.values,
    ).toEqual([20, 7.5]);
    expect(defined.constants?.["goal"]?.value).toBe(80);
    expect(defined.nodes["least"]?.title.en).toBe("#1");
    expect(defineIndex(JSON.parse(JSON.stringify(defined)))).toEqual(defined);
  });

  test.each([
    [
      "an unknown name",
      { constants: { gaol: constants.goal, third: constants.third } },
      "index.unknown-constant",
    ],
    [
      "no number",
      { constants: { ...constants, goal: { title, value: "80", provenance } } },
      "index.bad-constant",
    ],
    ["no provenance", { constants: { ...constants, goal: { title, value: 80 } } }, "document.missing-key"],
  ])("refused: %s", (_, more, code) => {
    expect(() => defineIndex({ ...written, ...more })).toThrow(expect.objectContaining({ code }));
  });
});
