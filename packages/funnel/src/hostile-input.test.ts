import fc from "fast-check";
import { expect, test } from "vitest";
import * as funnel from "./index.js";

const definition = funnel.orderedFunnel({ steps: ["A", "B"], windowMs: 5 });
const tally = funnel.tallyFunnel([{ actor: 1, event: "A", timeMs: 0 }], definition);

/** Calls, and demands a CxMetricsError or an answer without NaN, infinities or negative zero at any depth. */
function survives(call: () => unknown): void {
  let answer: unknown;
  try {
    answer = call();
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: "CxMetricsError", code: expect.any(String) });
    return;
  }
  const look = (value: unknown): void => {
    if (typeof value === "number") expect(Number.isFinite(value) && !Object.is(value, -0)).toBe(true);
    else if (typeof value === "object" && value !== null)
      for (const member of Object.values(value)) look(member);
  };
  look(answer);
}

const oddNumber = fc.constantFrom(
  -0,
  0,
  1.5,
  -8.64e15,
  8.64e15,
  8.65e15,
  2 ** 53,
  5e-324,
  Number.NaN,
  1 / 0,
  -1 / 0,
);
const odd = fc.oneof(
  oddNumber,
  fc.constantFrom("A", "B", "", "__proto__", null, undefined, true, 1n),
  fc.anything(),
);
const column = fc.oneof(
  fc.array(odd, { maxLength: 4 }),
  fc.float64Array({ maxLength: 4 }),
  fc.uint8Array({ maxLength: 4 }),
  odd,
);

const row = fc.record(
  {
    actor: fc.oneof(fc.nat(2), oddNumber),
    event: fc.constantFrom("A", "B"),
    timeMs: oddNumber,
    sequence: oddNumber,
  },
  { requiredKeys: ["actor", "event", "timeMs"] },
);

const events = fc.oneof(
  fc.array(row, { maxLength: 6 }),
  fc.array(odd, { maxLength: 3 }),
  fc.record(
    { actor: column, event: column, timeMs: column, sequence: column, eventNames: column },
    { requiredKeys: ["actor", "event", "timeMs"] },
  ),
  odd,
);

test("events of any kind", () => {
  fc.assert(
    fc.property(events, column, (given, values) => {
      survives(() => funnel.tallyFunnel(given as never, definition));
      survives(() => funnel.tallyFunnelBy(given as never, values as never, definition));
      survives(() => funnel.attributeAtEntry(given as never, definition, values as never));
      survives(() => funnel.encodeIds(given as never));
    }),
    { numRuns: 1000 },
  );
});

test("tallies and options of any kind", () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(tally)), odd, odd, (key, value, options) => {
      const broken = { ...tally, [key]: value } as never;
      survives(() => funnel.mergeFunnelTallies(broken, tally));
      survives(() => funnel.estimateFunnel(broken));
      survives(() => funnel.estimateFunnel(tally, options as never));
      survives(() => funnel.orderedFunnel(options as never));
      survives(() => funnel.parseFunnelDefinition(options));
    }),
    { numRuns: 1000 },
  );
});

test("nothing at all", () => {
  for (const [name, call] of Object.entries(funnel).filter(([, value]) => typeof value === "function"))
    expect(() => (call as () => unknown)(), name).toThrow(
      expect.objectContaining({ name: "CxMetricsError" }),
    );
});
