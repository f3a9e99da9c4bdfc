import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import { DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { bundleTests } from "./bundle-tests.mjs";

/** Tests that take longer than this are passed over, in milliseconds of processor time; `CX_SLOWEST` sets another limit. */
const slowest = Number(process.env.CX_SLOWEST ?? 1000);

/**
 * A test runner for Stryker that loads the unit tests of a package once and then runs the tests that reach a mutant, the
 * quickest first, until one fails. `@stryker-mutator/vitest-runner` loads the modules anew for each mutant, which takes a
 * second a mutant; nothing here keeps state between tests, so that once is enough. (A mutant in code that runs while its
 * module loads does get a fresh copy.)
 */
class InProcessRunner {
  #tests = [];
  #durations = new Map();
  /** Durations outlive the process, which Stryker starts anew after a mutant that ran out of time. */
  #durationsFile = "temp/durations.json";
  #file = "";
  #loads = 0;

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    this.#file = await bundleTests(process.cwd(), (process.env.CX_MUTATE ?? "stats").split("/")[0]);
    await this.#load();
    if (existsSync(this.#durationsFile))
      this.#durations = new Map(JSON.parse(readFileSync(this.#durationsFile, "utf8")));
  }

  async #load() {
    const tests = [];
    globalThis.__collectedTests = tests;
    await import(`${pathToFileURL(this.#file)}?${this.#loads++}`);
    this.#tests = tests.map((test, index) => ({ id: `${index} ${test.name}`, ...test }));
  }

  async dryRun() {
    const namespace = namespaceOf();
    const tests = [];
    for (const { id, name, body } of this.#tests) {
      namespace.currentTestId = id;
      const start = performance.now();
      const before = process.cpuUsage();
      const failureMessage = await failureOf(body);
      const timeSpentMs = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      this.#durations.set(id, (user + system) / 1000);
      tests.push(
        failureMessage === undefined
          ? { id, name, timeSpentMs, status: TestStatus.Success }
          : { id, name, timeSpentMs, status: TestStatus.Failed, failureMessage },
      );
    }
    namespace.currentTestId = undefined;
    writeFileSync(this.#durationsFile, JSON.stringify([...this.#durations]));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: namespace.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }) {
    const namespace = namespaceOf();
    namespace.hitCount = hitLimit === undefined ? undefined : 0;
    // Stryker waits for a hundred times as many hits as without the mutant; ten times is a loop that does not end.
    const most = hitLimit === undefined ? undefined : hitLimit / 10;
    namespace.hitLimit = most;
    namespace.activeMutant = activeMutant.id;
    const fresh = mutantActivation === "static";
    let nrOfTests = 0;
    try {
      if (fresh) await this.#load();
      const wanted = testFilter && new Set(testFilter);
      const duration = ({ id }) => this.#durations.get(id) ?? 0;
      const tests = this.#tests.filter(
        (test) => (!wanted || wanted.has(test.id)) && duration(test) <= slowest,
      );
      for (const { id, body } of tests.sort((a, b) => duration(a) - duration(b))) {
        nrOfTests++;
        const failureMessage = await failureOf(body);
        if (namespace.hitCount > most) return { status: MutantRunStatus.Timeout };
        if (failureMessage !== undefined)
          return { status: MutantRunStatus.Killed, killedBy: [id], failureMessage, nrOfTests };
      }
      return { status: MutantRunStatus.Survived, nrOfTests };
    } catch (thrown) {
      return {
        status: MutantRunStatus.Killed,
        killedBy: ["loading"],
        failureMessage: String(thrown),
        nrOfTests,
      };
    } finally {
      namespace.activeMutant = undefined;
      if (fresh) await this.#load();
    }
  }
}

/** What the instrumented code and this runner share. */
function namespaceOf() {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

/** What a test says when it fails, or undefined. */
async function failureOf(body) {
  try {
    await body();
    return undefined;
  } catch (thrown) {
    return String(thrown?.message ?? thrown).slice(0, 300) || "failed";
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
