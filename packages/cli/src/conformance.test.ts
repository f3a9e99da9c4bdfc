import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { cxInFolder } from "../fixtures/cx-in-folder.js";
import { commandWords } from "./commands/conformance-words.js";

const { cx, put } = cxInFolder();
const path = { PATH: process.env["PATH"] ?? "" };
const second = join(import.meta.dirname, "../../../docs/conformance/second.py");

interface Verdict {
  readonly id: string;
  readonly operation: string;
  readonly verdict: string;
  readonly fault?: { readonly kind: string; readonly detail: string };
}
interface Area {
  readonly area: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly verdicts: readonly Verdict[];
}

async function conformance(
  ...argv: string[]
): Promise<{ code: number; areas: readonly Area[]; said: string }> {
  const { code, out } = await cx(["conformance", ...argv, "--json"], path);
  const { result, error } = JSON.parse(out);
  return { code, areas: result?.areas ?? [], said: result?.implementation ?? error.code };
}

/** A program in JavaScript that answers a request with the lines that the function gives. */
async function programThat(name: string, lines: string): Promise<string> {
  await put(
    `${name}.mjs`,
    `import { createInterface } from "node:readline";
const own = (r) => r.operation === "describe" ? { protocol: 1, name: "${name}", areas: ["definitions"] } : null;
for await (const line of createInterface({ input: process.stdin })) {
  const r = JSON.parse(line);
  for (const answer of [(${lines})(r, own(r))].flat()) if (answer !== undefined) process.stdout.write(answer + "\\n");
}`,
  );
  return `"${process.execPath}" ${name}.mjs`;
}

describe("cx conformance", () => {
  test("a second implementation, in Python, gives every answer of the areas that it declares", async () => {
    const { code, areas, said } = await conformance("--against", `python3 "${second}"`);
    const wrong = areas.flatMap(({ verdicts }) => verdicts.filter(({ verdict }) => verdict !== "passed"));
    expect(wrong).toEqual([]);
    expect(code).toBe(0);
    expect(said).toBe("second.py 1");
    expect(areas.map(({ area }) => area)).toEqual(["definitions", "engines"]);
  });

  test("of other areas it says that it does not support them, which is no failure, but no conformity either", async () => {
    const { code, areas } = await conformance("--against", `python3 "${second}"`, "--area", "indices");
    const counts = areas[0]?.counts ?? {};
    expect(counts).toMatchObject({ passed: 0, failed: 0, faulted: 0, unsupported: counts["vectors"] });
    expect(code).toBe(1);
  });

  test("against ourselves, for people in both languages, and into a file", async () => {
    const english = await cx(["conformance", "--area", "definitions,indices"]);
    expect(english.code).toBe(0);
    expect(english.out).toMatch(/^indices +15 +15 +0 +0 +0 {2}whole published indices/m);
    expect(english.out).toMatch(/agrees with every vector/);
    const chinese = await cx(["conformance", "--area", "definitions", "--lang", "zh", "-o", "report.txt"]);
    expect(chinese.out).toContain("report.txt");
    expect(await conformance("--area", "nothing")).toMatchObject({ code: 2, said: "usage.bad-choice" });
  });
});

describe("programs that misbehave are reported, and the others of their answers still count", () => {
  let first = "";
  beforeAll(async () => {
    first = (await conformance("--area", "definitions")).areas[0]?.verdicts[0]?.id ?? "";
  });

  // `canonical-text` of a number is its shortest text, which JavaScript writes too; the rest this program leaves alone.
  const honest = `(r, own) => JSON.stringify({ id: r.id, ...(own ? { output: own } : r.operation === "canonical-text"
    ? { output: JSON.stringify(r.input.value) } : { error: { code: "unsupported-operation" } }) })`;
  const butFirst = (odd: string) =>
    `(r, own) => { const honest = ${honest}; return r.id === "${first}" ? ${odd} : honest(r, own); }`;
  test.each([
    ["crash", "process.exit(3)", "crashed", /exit code 3/],
    ["wrong-number", `'{"id":"' + r.id + '","output":NaN}'`, "garbage", /not finite/],
    ["chatter", '["loading model …", honest(r, own)]', "garbage", /not JSON: loading/],
    ["stranger", `'{"id":"who","output":1}'`, "garbage", /"who"/],
    ["both", `'{"id":"' + r.id + '","output":1,"error":{"code":"x"}}'`, "garbage", /both/],
    ["mute", "undefined", "timeout", /2000 ms/],
  ])("%s", async (name, odd, kind, detail) => {
    const command = await programThat(name, butFirst(odd));
    const patience = ["--timeout", name === "mute" ? "2s" : "30s"];
    const { areas, code, said } = await conformance("--against", command, ...patience);
    expect(said).toBe(name);
    const verdicts = areas[0]?.verdicts ?? [];
    const faulted = verdicts.filter(({ verdict }) => verdict === "faulted");
    expect(faulted.map(({ id }) => id)).toEqual([first]);
    expect(faulted[0]?.fault?.kind).toBe(kind);
    expect(faulted[0]?.fault?.detail).toMatch(detail);
    expect(verdicts.some(({ verdict }) => verdict === "passed")).toBe(true);
    expect(code).toBe(1);
    const text = name === "mute" ? "" : (await cx(["conformance", "--against", command], path)).out;
    if (name !== "mute") expect(text).toContain(`definitions/${first}`);
  });

  test("a program that always ends is not started for ever", async () => {
    const command = `"${process.execPath}" -e "process.exit(4)"`;
    const { areas } = await conformance("--against", command, "--area", "definitions");
    const details = areas[0]?.verdicts.map(({ fault }) => fault?.detail ?? "") ?? [];
    expect(details.every((detail) => /exit code 4/.test(detail))).toBe(true);
    expect(details.filter((detail) => /not asked after 5 faults/.test(detail)).length).toBeGreaterThan(20);
  });

  test("a program that cannot be started, and a command that is none", async () => {
    expect(await conformance("--against", "no-such-program-anywhere")).toMatchObject({
      code: 2,
      said: "usage.program-not-started",
    });
    expect((await conformance("--against", '"open')).said).toBe("usage.empty-program");
    expect((await conformance("--timeout", "soon")).said).toBe("usage.bad-duration");
  });

  test("words of a command", () => {
    expect(commandWords(`  a 'b c'"d" "" e`)).toEqual(["a", "b cd", "", "e"]);
    expect(() => commandWords(" ")).toThrow(/names no program/);
  });
});
