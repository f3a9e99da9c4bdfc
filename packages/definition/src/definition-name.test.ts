import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDefinitionName, versionForm } from "./definition-name.js";

describe("parseDefinitionName", () => {
  test.each([
    ["nps", { id: "nps" }],
    ["csat.top-2-of-5", { id: "csat.top-2-of-5" }],
    ["undp.hdi@2.10.3", { id: "undp.hdi", version: "2.10.3" }],
    ["a.2b@1.0.0-rc.1", { id: "a.2b", version: "1.0.0-rc.1" }],
  ])("%s", (text, name) => {
    expect(parseDefinitionName(text)).toEqual(name);
  });

  test("writing a name and reading it gives it back", () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}(\.[a-z0-9][a-z0-9-]{0,5}){0,3}$/);
    const version = fc.tuple(fc.nat(), fc.nat(), fc.nat()).map((parts) => parts.join("."));
    fc.assert(
      fc.property(id, version, (id, version) => {
        expect(parseDefinitionName(`${id}@${version}`)).toEqual({ id, version });
      }),
    );
  });

  test.each([
    "",
    "NPS",
    "1nps",
    "nps.",
    ".nps",
    "nps..a",
    "nps@",
    "nps@1",
    "nps@1.0",
    "nps@01.0.0",
    "nps@1.0.0+build",
    "nps@1.0.0@1.0.0",
    "nps@1.0.0\n",
    " nps",
    "净推荐值",
    `a${"-a".repeat(500)}`,
    42,
    undefined,
    null,
    Symbol("nps"),
    { toString: () => "nps" },
    ["nps"],
  ])("refuses %s", (text) => {
    expect(() => parseDefinitionName(text as string)).toThrow(
      expect.objectContaining({ name: "CxMetricsError", code: "definition.bad-reference" }),
    );
  });
});

// The lists of valid and invalid versions that semver.org publishes with its regular expression, those with build metadata left out.
describe("versionForm", () => {
  const valid =
    "0.0.4 1.2.3 10.20.30 1.0.0-alpha 1.0.0-beta 1.0.0-alpha.beta 1.0.0-alpha.1 1.0.0-alpha0.valid 1.0.0-rc.1 2.0.0-rc.1 1.2.3-SNAPSHOT-123 1.0.0 2.0.0 1.1.7 1.2.3----RC-SNAPSHOT.12.9.1--.12 1.0.0-0A.is.legal";
  const invalid =
    "1 1.2 1.2.3-0123 1.2.3-0123.0123 1.1.2+.123 +invalid -invalid alpha alpha.beta 1.0.0-alpha_beta 1.0.0-alpha.. 01.1.1 1.01.1 1.1.01 1.2.3.DEV 1.2-SNAPSHOT 1.2.31.2.3----RC-SNAPSHOT.12.09.1--..12+788 -1.0.3-gamma+b7718";
  test.each(valid.split(" "))("accepts %s", (text) => expect(versionForm.test(text)).toBe(true));
  test.each(invalid.split(" "))("refuses %s", (text) => expect(versionForm.test(text)).toBe(false));
});
