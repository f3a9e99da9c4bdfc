import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";

/**
 * As much of `vitest` as the unit tests use, collecting tests instead of running them, so that the mutation runner can run
 * one test a thousand times without loading a module again. The assertions are Vitest's own.
 */
chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect = Object.assign(
  (value, message) => chai.expect(value, message),
  chai.expect,
  globalThis[ASYMMETRIC_MATCHERS_OBJECT],
);
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);
globalThis[GLOBAL_EXPECT] = expect;
chai.expect.extend(expect, customMatchers);

/** Where the tests of the bundle that is being loaded go; the runner puts a fresh list there before it loads one. */
const collected = globalThis.__collectedTests;
const names = [];

export function describe(name, body) {
  names.push(typeof name === "function" ? name.name : name);
  body();
  names.pop();
}

export function test(name, ...rest) {
  const body = rest.find((argument) => typeof argument === "function");
  collected.push({ name: [...names, name].join(" › "), body });
}

/** Rows of a table as Vitest hands them on: a list is spread, anything else is the only argument. */
const each = (declare) => (table) => (name, body) => {
  table.forEach((row, index) => {
    declare(`${name} #${index}`, () => body(...(Array.isArray(row) ? row : [row])));
  });
};
describe.each = each(describe);
test.each = each(test);
