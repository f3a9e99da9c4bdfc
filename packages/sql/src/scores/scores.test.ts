import { type DesignTally, type JointTally, tallyDesign, tallyJoint, tallyRatings } from "@cxmetrics/scores";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Database, literal, openers, runs } from "../../fixtures/databases.js";
import { compileScoreSql } from "./compile-score-sql.js";
import { readDesignTally } from "./read-design-tally.js";
import { readJointTally } from "./read-joint-tally.js";
import { readRatingTally } from "./read-rating-tally.js";

const definition = { scale: { min: 0, max: 3 } };
const second = { scale: { min: 1, max: 2 } };

/** Weights with few binary digits, so that any way of adding is exact. */
const record = fc.record({
  a: fc.constantFrom(0, 1, 2, 3, 3, 3, null, null, 9, 4, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, -0),
  b: fc.constantFrom(1, 2, 2, null, 9, 0),
  w: fc.constantFrom(1, 0.5, 2.25, 0, 3, null, -1, Number.NaN, Number.POSITIVE_INFINITY, 1e-141),
  stratum: fc.constantFrom("north", "south", "O'Brien", "__proto__"),
  cluster: fc.constantFrom("m", "t", "w"),
});
type Record_ = typeof record extends fc.Arbitrary<infer T> ? T : never;

const columns = { rating: "a", weight: 'w";--', second: "b", stratum: "stratum", cluster: "cluster" };
const table = 'answers "of" 2026';

async function fill(database: Database, records: readonly Record_[]): Promise<void> {
  const quoted = `"${table.replaceAll('"', '""')}"`;
  await database.run(`DROP TABLE IF EXISTS ${quoted}`);
  await database.run(
    `CREATE TABLE ${quoted} (a DOUBLE PRECISION, b INTEGER, "w"";--" DOUBLE PRECISION, stratum TEXT, cluster TEXT)`,
  );
  const lines = records.map(
    ({ a, b, w, stratum, cluster }) =>
      `(${[a, b, w, stratum, cluster].map((value, k) => (k === 1 && value !== null ? String(value) : literal(value))).join(", ")})`,
  );
  if (lines.length > 0) await database.run(`INSERT INTO ${quoted} VALUES ${lines.join(", ")}`);
}

const sorted = <T extends DesignTally | JointTally>(tally: T): T => ({
  ...tally,
  strata: [...tally.strata]
    .sort((x, y) => (x.stratum < y.stratum ? -1 : 1))
    .map((stratum) => ({
      ...stratum,
      units: [...stratum.units].sort((x, y) => ((x.unit ?? "") < (y.unit ?? "") ? -1 : 1)),
    })),
});

describe.each(openers)("%s takes the tallies of memory", (_, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  test("rating, design and joint tallies of any records, weighted or not, with codes", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { maxLength: 40 }),
        fc.constantFrom([], [9], [9, 0, Number.NaN]),
        fc.boolean(),
        fc.constantFrom("both", "stratum", "cluster", "neither"),
        async (records, missing, isWeighted, design) => {
          await fill(database, records);
          const column = <K extends keyof Record_>(name: K) => records.map((row) => row[name]);
          const { weight, stratum, cluster, ...plain } = columns;
          const stratified = design === "both" || design === "stratum";
          const clustered = design === "both" || design === "cluster";
          const chosen = {
            ...plain,
            ...(isWeighted ? { weight } : {}),
            ...(stratified ? { stratum } : {}),
            ...(clustered ? { cluster } : {}),
          };
          const base = { dialect: database.dialect, table, missing };
          const options = {
            missing,
            onInvalid: "count",
            // What a database calls NULL is a weight that cannot be used.
            ...(isWeighted ? { weights: column("w").map((w) => w ?? Number.NaN) } : {}),
          } as const;
          const sample = {
            ...options,
            ...(stratified ? { strata: column("stratum") } : {}),
            ...(clustered ? { clusters: column("cluster") } : {}),
          };
          const ask = async (more: object) => {
            const { sql, parameters } = compileScoreSql(definition, { ...base, columns: chosen, ...more });
            return database.run(sql, parameters);
          };
          const reading = { weighted: isWeighted, onInvalid: "count", stratified, clustered } as const;
          const a = column("a");
          expect(
            readRatingTally(await ask({}), definition, { weighted: isWeighted, onInvalid: "count" }),
          ).toEqual(tallyRatings(a, definition.scale, options));
          expect(readDesignTally(await ask({ tally: "design" }), definition, reading)).toEqual(
            sorted(tallyDesign(a, definition.scale, sample)),
          );
          const joint = await ask({ tally: "joint", second });
          expect(readJointTally(joint, definition, second, reading)).toEqual(
            sorted(tallyJoint(a, column("b"), definition.scale, second.scale, sample)),
          );
        },
      ),
      { numRuns: runs(database.dialect === "duckdb" ? 150 : 80) },
    );
  });
});
