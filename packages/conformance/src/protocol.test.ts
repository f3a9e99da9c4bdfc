import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { readAnswerLine, referenceImplementation, unsupportedOperation } from "./index.js";
import { unknownOperation } from "./problems.js";

const root = new URL("../../../", import.meta.url);
const schema = JSON.parse(
  readFileSync(new URL("packages/conformance/schemas/conformance-protocol-1.schema.json", root), "utf8"),
) as object;
const validate = new Ajv2020({ strict: false }).compile(schema);

interface Line {
  readonly id: string;
  readonly operation?: string;
  readonly input?: Readonly<Record<string, unknown>>;
}

/** The conversation that the documentation shows: a request, then its answer. */
describe.each(["README.md", "README.zh.md"])("docs/conformance/%s", (file) => {
  const text = readFileSync(new URL(`docs/conformance/${file}`, root), "utf8");
  const lines = [...text.matchAll(/^```jsonl\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block.trim().split("\n"),
  );

  test("shows a conversation", () => {
    expect(lines.length).toBeGreaterThan(7);
    expect(lines.length % 2).toBe(0);
  });

  test.each(lines)("%s fits the published protocol", (line) => {
    expect(validate(JSON.parse(line))).toBe(true);
  });

  test("answers every request as our own implementation does", () => {
    for (let at = 0; at < lines.length; at += 2) {
      const request = JSON.parse(lines[at] ?? "") as Line;
      const { id, answer } = readAnswerLine(lines[at + 1] ?? "");
      expect(id).toBe(request.id);
      if (request.operation === "describe") expect(answer).toMatchObject({ output: { protocol: 1 } });
      else expect(answer).toEqual(ours(request));
    }
  });
});

function ours({ operation = "", input = {} }: Line): unknown {
  try {
    return { output: JSON.parse(JSON.stringify(referenceImplementation(operation, input))) as unknown };
  } catch (thrown) {
    const { code } = thrown as { code: string };
    return { error: { code: code === unknownOperation.code ? unsupportedOperation : code } };
  }
}
