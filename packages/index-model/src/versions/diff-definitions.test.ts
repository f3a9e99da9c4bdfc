import { digestDefinition } from "@cxmetrics/definition";
import { weightToNumber } from "@cxmetrics/formula";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channels } from "../../fixtures/channels.js";
import { randomIndex } from "../../fixtures/random-index.js";
import type { Aggregate, IndexDefinition, IndexNode, Indicator } from "../index-definition.js";
import { scoreIndex } from "../score-index.js";
import { diffDefinitions } from "./diff-definitions.js";
import { changedTags, headChanges } from "./head-changes.js";
import { nodeChanges } from "./node-changes.js";
import { twoDefinitions } from "./two-definitions.js";

const clone = (definition: IndexDefinition) =>
  JSON.parse(JSON.stringify(definition)) as { -readonly [K in keyof IndexDefinition]: IndexDefinition[K] } & {
    nodes: Record<string, IndexNode>;
  };

type Editable = ReturnType<typeof clone>;

function patched(edit: (definition: Editable) => void, version = "1.0.1"): IndexDefinition {
  const copy = clone(channels);
  edit(copy);
  copy.version = version;
  return copy;
}

function editNode(copy: Editable, id: string, change: Record<string, unknown>): void {
  copy.nodes[id] = { ...copy.nodes[id], ...change } as IndexNode;
}

describe("single changes of the channels example", () => {
  const classOf = (edit: (definition: Editable) => void) => diffDefinitions(channels, patched(edit)).class;

  test("nothing changed but the version", () => {
    expect(classOf(() => {})).toBe("none");
  });

  test("wording is editorial, at any depth", () => {
    expect(classOf((d) => editNode(d, "ease", { title: { en: "Ease of use", zh: "易用程度" } }))).toBe(
      "editorial",
    );
    expect(classOf((d) => editNode(d, "ease", { note: { en: "New", zh: "新" } }))).toBe("editorial");
    expect(
      classOf((d) => editNode(d, "ease", { provenance: { status: "published", source: "elsewhere" } })),
    ).toBe("editorial");
  });

  test("a tag that only a new view reads is compatible, whatever happens to another view", () => {
    const phased = (d: Editable) => {
      for (const [id, node] of Object.entries(d.nodes))
        if (node.kind === "indicator" && node.tags)
          editNode(d, id, { tags: { ...node.tags, phase: "early" } });
      const [view] = Object.values(d.views ?? {});
      d.views = {
        ...d.views,
        phases: { title: view?.title, tag: "phase", groups: { early: view?.title } },
      } as NonNullable<IndexDefinition["views"]>;
    };
    const alone = diffDefinitions(channels, patched(phased));
    expect(alone.class).toBe("compatible");
    const both = diffDefinitions(
      channels,
      patched((d) => {
        phased(d);
        const tags = { ...(d.nodes["ease"] as Indicator).tags };
        const [tag] = Object.values(channels.views ?? {}).map((view) => view.tag);
        delete tags[tag ?? ""];
        editNode(d, "ease", { tags });
      }),
    );
    expect(both.class).toBe("breaking");
    const ofTags = both.changes.filter(({ path }) => path[2] === "tags");
    expect(ofTags.filter((change) => change.class === "breaking").map(({ path }) => path[1])).toEqual([
      "ease",
    ]);
    expect(ofTags.filter(({ path }) => path[3] === "phase").every((c) => c.class === "compatible")).toBe(
      true,
    );
  });

  test("a share that stays is never listed as one that moves", () => {
    const use = channels.nodes["use"] as Aggregate;
    const diff = diffDefinitions(
      channels,
      patched((d) =>
        editNode(d, "use", {
          children: use.children.map((child) => ({
            ...child,
            weight: 7 * Math.round(60 * weightToNumber(child.weight ?? 0)),
          })),
        }),
      ),
    );
    expect(diff.class).toBe("compatible");
    expect(diff.changes.length).toBeGreaterThan(1);
    for (const { shares, message } of diff.changes) {
      expect(shares).toBeUndefined();
      expect(message.en).not.toContain("share of");
    }
    expect(diff.changes[0]?.message.en).toContain("Scores stay as they are.");
  });

  test("weights are compared as exact shares", () => {
    const use = channels.nodes["use"] as Aggregate;
    const tenths = (weight: number | string) => Math.round(weightToNumber(weight) * 60);
    const weighed = (factor: number) =>
      use.children.map((child) => ({ ...child, weight: tenths(child.weight ?? 0) * factor }));
    const times = (factor: number) => classOf((d) => editNode(d, "use", { children: weighed(factor) }));
    expect(times(4)).toBe("compatible");
    expect(times(3)).toBe("compatible");
    const moved = use.children.map((child, index) => ({
      ...child,
      weight: tenths(child.weight ?? 0) + (index === 0 ? 1e-9 : 0),
    }));
    expect(classOf((d) => editNode(d, "use", { children: moved }))).toBe("breaking");
  });

  test("a goalpost, a column, a unit and a policy are breaking", () => {
    const ease = channels.nodes["ease"] as { normalise: object };
    expect(classOf((d) => editNode(d, "ease", { normalise: { ...ease.normalise, best: 6.5 } }))).toBe(
      "breaking",
    );
    expect(classOf((d) => editNode(d, "ease", { column: "other" }))).toBe("breaking");
    expect(classOf((d) => editNode(d, "ease", { unit: "other" }))).toBe("breaking");
    expect(classOf((d) => editNode(d, "use", { missing: { policy: "propagate" } }))).toBe("breaking");
  });

  test("defaults written out are compatible", () => {
    expect(classOf((d) => editNode(d, "ease", { column: "ease" }))).toBe("compatible");
    const ease = channels.nodes["ease"] as { normalise: object };
    const onto = channels.scale;
    expect(classOf((d) => editNode(d, "ease", { normalise: { ...ease.normalise, onto } }))).toBe(
      "compatible",
    );
  });

  test("grades: a bound is breaking, a title editorial, none before is compatible, none after breaking", () => {
    const { grades } = channels;
    if (!grades) throw new Error("the example has grades");
    const bands = (change: (band: object, index: number) => object) => ({
      ...grades,
      bands: grades.bands.map((band, index) => change(band, index)) as unknown as typeof grades.bands,
    });
    expect(
      classOf((d) => {
        d.grades = bands((band, index) => (index === 0 ? { ...band, from: 99 } : band));
      }),
    ).toBe("breaking");
    expect(
      classOf((d) => {
        d.grades = bands((band, index) =>
          index === 0 ? { ...band, title: { en: "Top", zh: "最好" } } : band,
        );
      }),
    ).toBe("editorial");
    const without = clone(channels);
    delete (without as { grades?: unknown }).grades;
    expect(diffDefinitions(channels, without).class).toBe("breaking");
    expect(diffDefinitions(without, channels).class).toBe("compatible");
  });

  test("outputs: one more is compatible, one less breaking", () => {
    const more = patched((d) => {
      d.outputs = [...(channels.outputs ?? []), "use"];
    });
    expect(diffDefinitions(channels, more).class).toBe("compatible");
    expect(diffDefinitions(more, channels).class).toBe("breaking");
  });

  test("an unused node is compatible, and one that feeds the root breaking", () => {
    const { tags: _, ...leaf } = channels.nodes["ease"] as Indicator;
    const added = patched((d) => {
      d.nodes["spare"] = leaf;
    });
    expect(
      diffDefinitions(channels, added).changes.map(({ class: c, kind, path }) => [c, kind, path]),
    ).toEqual([["compatible", "added", ["nodes", "spare"]]]);
    const use = channels.nodes["use"] as Aggregate;
    const grown = patched((d) => {
      d.nodes["spare"] = leaf;
      editNode(d, "use", { children: [...use.children, { node: "spare", weight: 1 }] });
    });
    const diff = diffDefinitions(channels, grown);
    expect(diff.class).toBe("breaking");
    expect(
      diff.changes.find((change) => change.node === "use" && change.kind === "added")?.shares?.before,
    ).toBe("0");
  });

  test("a renamed mean is known again and compatible; a leaf renamed without its column is breaking", () => {
    const renamed = (from: string, to: string) =>
      JSON.parse(JSON.stringify({ ...channels, version: "1.1.0" }).replaceAll(`"${from}"`, `"${to}"`));
    const diff = diffDefinitions(channels, renamed("use", "usage"));
    expect(diff.renames).toEqual([{ from: "use", to: "usage" }]);
    expect(diff.class).toBe("compatible");
    const leaf = diffDefinitions(channels, renamed("trust", "confidence"));
    expect(leaf.renames).toEqual([{ from: "trust", to: "confidence" }]);
    expect(leaf.changes.filter((change) => change.class === "breaking").map((change) => change.path)).toEqual(
      [["nodes", "confidence", "column"]],
    );
  });

  test("a renamed mean whose leaf moved as well is still known again", () => {
    const text = JSON.stringify({ ...channels, version: "2.0.0" }).replaceAll('"use"', '"usage"');
    const b = JSON.parse(text) as Editable;
    const ease = b.nodes["ease"] as { normalise: object };
    editNode(b, "ease", { normalise: { ...ease.normalise, best: 6.5 } });
    const diff = diffDefinitions(channels, b);
    expect(diff.renames).toEqual([{ from: "use", to: "usage" }]);
    expect(diff.changes.filter((change) => change.class === "breaking").map((change) => change.path)).toEqual(
      [["nodes", "ease", "normalise", "best"]],
    );
  });

  test("sentences name the node in both languages", () => {
    const ease = channels.nodes["ease"] as { normalise: object };
    const diff = diffDefinitions(
      channels,
      patched((d) => editNode(d, "ease", { normalise: { ...ease.normalise, best: 6.5 } })),
    );
    expect(diff.changes[0]?.message.en).toMatch(
      /\(ease\), normalisation, best goalpost, changed from 7 to 6\.5\. Scores can change\.$/,
    );
    expect(diff.changes[0]?.message.zh).toMatch(
      /（ease）的标准化方法·最优阈值由 7 改为 6\.5。得分可能改变。$/,
    );
  });
});

describe("the version that is due", () => {
  const from = (version: string) => ({ ...clone(channels), version });
  const to = (version: string, edit: (definition: Editable) => void) => patched(edit, version);
  const breaking = (d: Editable) => editNode(d, "ease", { unit: "other" });
  const compatible = (d: Editable) => editNode(d, "ease", { column: "ease" });
  const editorial = (d: Editable) => editNode(d, "ease", { note: { en: "New", zh: "新" } });

  test.each([
    ["1.2.3", "2.0.0", breaking, "sufficient", "major", "2.0.0"],
    ["1.2.3", "2.0.0-rc.1", breaking, "sufficient", "major", "2.0.0"],
    ["1.2.3", "1.3.0", breaking, "too-low", "major", "2.0.0"],
    ["1.2.3", "1.2.3", breaking, "not-higher", "major", "2.0.0"],
    ["1.2.3", "1.3.0", compatible, "sufficient", "minor", "1.3.0"],
    ["1.2.3", "1.2.4", compatible, "too-low", "minor", "1.3.0"],
    ["1.2.3", "1.2.4", editorial, "sufficient", "patch", "1.2.4"],
    ["1.2.3", "1.2.3", editorial, "not-higher", "patch", "1.2.4"],
    ["1.2.3", "1.2.2", () => {}, "not-higher", "none", "1.2.3"],
    ["1.2.3", "1.2.3", () => {}, "sufficient", "none", "1.2.3"],
    ["0.2.3", "0.3.0", breaking, "sufficient", "minor", "0.3.0"],
    ["0.2.3", "0.2.4", breaking, "too-low", "minor", "0.3.0"],
    ["0.2.3", "0.2.4", compatible, "sufficient", "patch", "0.2.4"],
    ["1.0.0-rc.1", "1.0.0-rc.2", breaking, "sufficient", "major", "1.0.0"],
    ["1.0.0-rc.10", "1.0.0-rc.9", breaking, "not-higher", "major", "1.0.0"],
    ["1.0.0", "1.0.0-rc.9", editorial, "not-higher", "patch", "1.0.1"],
  ] as const)("%s → %s", (old, now, edit, status, bump, least) => {
    const diff = diffDefinitions(from(old), to(now, edit));
    expect([diff.verdict.status, diff.bump, diff.leastVersion]).toEqual([status, bump, least]);
  });
});

type Edit = (copy: Editable, pick: number) => void;

const means = (copy: Editable) =>
  Object.keys(copy.nodes).filter((id) => copy.nodes[id]?.kind === "aggregate");
const leaves = (copy: Editable) =>
  Object.keys(copy.nodes).filter((id) => copy.nodes[id]?.kind === "indicator");
const at = (list: readonly string[], pick: number) => list[pick % list.length] as string;

function rename(copy: Editable, from: string, to: string): void {
  const text = JSON.stringify(copy).replaceAll(`"${from}"`, `"${to}"`);
  Object.assign(copy, JSON.parse(text));
}

/** Edits that leave every score as it is. */
const harmless: readonly Edit[] = [
  (copy, pick) => {
    const id = at(means(copy), pick);
    const { children } = copy.nodes[id] as Aggregate;
    if (children.every((child) => Number.isInteger(child.weight)))
      editNode(copy, id, {
        children: children.map((child) => ({ ...child, weight: Number(child.weight) * 2 })),
      });
  },
  (copy, pick) => {
    const id = at(means(copy), pick);
    editNode(copy, id, { children: [...(copy.nodes[id] as Aggregate).children].reverse() });
  },
  (copy, pick) => {
    const id = at(means(copy), pick);
    if (!Object.hasOwn(copy.nodes, `${id}x`)) rename(copy, id, `${id}x`);
  },
  (copy, pick) => {
    const id = at(leaves(copy), pick);
    editNode(copy, id, { column: (copy.nodes[id] as { column?: string }).column ?? id });
  },
  (copy, pick) => {
    const id = at(leaves(copy), pick);
    const { normalise } = copy.nodes[id] as { normalise: { cap?: string } };
    editNode(copy, id, { normalise: { ...normalise, cap: normalise.cap ?? "both" } });
  },
  (copy, pick) =>
    editNode(copy, at(Object.keys(copy.nodes), pick), { title: { en: `T${pick}`, zh: "新题" } }),
  (copy, pick) => {
    if (!Object.hasOwn(copy.nodes, "spare"))
      copy.nodes["spare"] = copy.nodes[at(leaves(copy), pick)] as IndexNode;
    editNode(copy, "spare", { column: at(leaves(copy), 0) });
  },
];

/** Edits that may move a score, or not. */
const open: readonly Edit[] = [
  (copy, pick) => {
    const id = at(means(copy), pick);
    const { children } = copy.nodes[id] as Aggregate;
    editNode(copy, id, {
      children: children.map((child, index) => (index === 0 ? { ...child, weight: pick + 1 } : child)),
    });
  },
  (copy, pick) => {
    const id = at(leaves(copy), pick);
    const { normalise } = copy.nodes[id] as { normalise: { worst: number; best: number } };
    editNode(copy, id, {
      normalise: { ...normalise, best: normalise.best + Math.sign(normalise.best - normalise.worst) },
    });
  },
  (copy, pick) => {
    const id = at(means(copy), pick);
    editNode(copy, id, { method: pick % 2 === 0 ? "geometric-mean" : "arithmetic-mean" });
  },
  (copy, pick) => editNode(copy, at(means(copy), pick), { missing: { policy: "propagate" } }),
  (copy, pick) => {
    const ids = means(copy);
    copy.root = at(ids, pick);
  },
  (copy, pick) => {
    const id = at(means(copy), pick);
    const { children } = copy.nodes[id] as Aggregate;
    if (children.length > 1) editNode(copy, id, { children: children.slice(1) });
  },
];

const edits = (list: readonly Edit[]) =>
  fc.array(fc.tuple(fc.nat(list.length - 1), fc.nat(50)), { minLength: 1, maxLength: 4 });

describe("laws over random definitions and edits", () => {
  test("what is not classed breaking leaves every score as it was", () => {
    fc.assert(
      fc.property(randomIndex, edits([...harmless, ...open]), ({ definition, table }, picks) => {
        const copy = clone(definition);
        for (const [which, pick] of picks) [...harmless, ...open][which]?.(copy, pick);
        const diff = diffDefinitions(definition, copy);
        if (diff.class === "breaking") return;
        const before = scoreIndex(definition, table).nodes[definition.root];
        const after = scoreIndex(copy, table).nodes[copy.root];
        expect(after?.reasons).toEqual(before?.reasons);
        before?.values.forEach((value, row) => {
          const now = after?.values[row] ?? null;
          if (value === null) expect(now).toBeNull();
          else expect(Math.abs((now ?? Number.NaN) - value)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 200 },
    );
  });

  test("harmless edits are never classed breaking", () => {
    fc.assert(
      fc.property(randomIndex, edits(harmless), ({ definition }, picks) => {
        const copy = clone(definition);
        for (const [which, pick] of picks) harmless[which]?.(copy, pick);
        expect(diffDefinitions(definition, copy).class).not.toBe("breaking");
      }),
      { numRuns: 200 },
    );
  });

  test("every difference is told: no change exactly when the digests agree", () => {
    fc.assert(
      fc.property(randomIndex, edits([...harmless, ...open]), ({ definition }, picks) => {
        const copy = clone(definition);
        for (const [which, pick] of picks) [...harmless, ...open][which]?.(copy, pick);
        const told = diffDefinitions(definition, copy).changes.some(
          (change) => change.kind !== "reordered" || change.path.length > 1,
        );
        expect(told).toBe(digestDefinition(copy) !== digestDefinition(definition));
      }),
      { numRuns: 200 },
    );
  });

  test("there and back: the classes agree on whether scores can change", () => {
    fc.assert(
      fc.property(randomIndex, edits([...harmless, ...open]), ({ definition }, picks) => {
        const copy = clone(definition);
        for (const [which, pick] of picks) [...harmless, ...open][which]?.(copy, pick);
        const forth = diffDefinitions(definition, copy);
        const back = diffDefinitions(copy, definition);
        expect(back.class === "breaking").toBe(forth.class === "breaking");
      }),
      { numRuns: 100 },
    );
  });
});

describe("members that this version does not know", () => {
  const two = (edit: (definition: Editable) => void) => {
    const copy = clone(channels);
    edit(copy);
    return twoDefinitions(channels, copy);
  };
  const classesOf = (seen: ReturnType<typeof twoDefinitions>) => [
    ...new Set([...headChanges(seen), ...nodeChanges(seen, changedTags(seen))].map((change) => change.class)),
  ];

  test("count as breaking in a node that feeds the root, and outside the nodes", () => {
    expect(classesOf(two((d) => editNode(d, "use", { surprise: 1 })))).toEqual(["breaking"]);
    expect(classesOf(two((d) => editNode(d, "ease", { surprise: { deep: [1] } })))).toEqual(["breaking"]);
    expect(classesOf(two((d) => Object.assign(d, { surprise: true })))).toEqual(["breaking"]);
  });

  test("wording inside them is still wording", () => {
    const with_ = (en: string) => ({ surprise: { title: { en, zh: "题" }, size: 1 } });
    const a = clone(channels);
    const b = clone(channels);
    editNode(a, "use", with_("one"));
    editNode(b, "use", with_("two"));
    expect(classesOf(twoDefinitions(a, b))).toEqual(["editorial"]);
  });

  test("calibrations: fitted numbers break, their source and diagnostics do not", () => {
    const calibrated = (nodes: object, n: number) =>
      Object.assign(clone(channels), { calibration: { n, nodes } });
    const classes = (a: Editable, b: Editable) => classesOf(twoDefinitions(a, b));
    const fitted = { ease: { normalise: { mean: 5 }, diagnostics: { p: 1 } } };
    expect(classes(calibrated(fitted, 3), calibrated(fitted, 4))).toEqual(["compatible"]);
    expect(
      classes(calibrated(fitted, 3), calibrated({ ease: { ...fitted.ease, diagnostics: { p: 2 } } }, 3)),
    ).toEqual(["compatible"]);
    expect(classes(calibrated(fitted, 3), calibrated({ ease: { normalise: { mean: 6 } } }, 3))).toContain(
      "breaking",
    );
  });
});
