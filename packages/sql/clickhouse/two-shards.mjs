// Two ClickHouse servers of Debian on loopback, a Distributed table over both, an actor's events spread over both at random: score, funnel
// and retention by the SQL of this package, their states merged across the shards, held to memory. Needs clickhouse-server (Debian's
// 18.16 will do): `apt-get install clickhouse-server`, then `node packages/sql/clickhouse/two-shards.mjs`. Prints a table; exits 1 where
// anything differs. Servers, data and logs live in a temporary folder and are gone afterwards.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "cx-two-shards-"));
const events = 200_000;
const actors = 8_000;

if (spawnSync("clickhouse-server", ["--help"]).error !== undefined) {
  console.error("clickhouse-server is not here: apt-get install clickhouse-server");
  process.exit(1);
}
const servers = [];
let failed = true;
try {
  const ours = await loadPackages();
  const ports = await freePorts(6);
  const shards = [0, 1].map((shard) => ({
    http: ports[shard * 3],
    tcp: ports[shard * 3 + 1],
    inter: ports[shard * 3 + 2],
  }));
  for (const [number, shard] of shards.entries()) servers.push(startServer(number, shard, shards));
  for (const shard of shards) await untilReady(shard);
  failed = !(await trial(ours, shards));
} finally {
  for (const server of servers) server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);

/** The packages as they stand in the tree, without a build. */
async function loadPackages() {
  const { buildSync } = createRequire(import.meta.url)("esbuild");
  const outfile = join(folder, "packages.mjs");
  const contents = ["sql", "funnel", "scores"]
    .map((name) => `export * from "@cxmetrics/${name}";`)
    .join("\n");
  buildSync({
    stdin: { contents, resolveDir: here },
    bundle: true,
    format: "esm",
    platform: "node",
    conditions: ["@cxmetrics/source"],
    banner: {
      js: 'import { createRequire as make } from "node:module"; const require = make(import.meta.url);',
    },
    outfile,
    logLevel: "error",
  });
  return import(pathToFileURL(outfile).href);
}

async function freePorts(count) {
  const open = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise((resolve) => {
          const server = createServer().listen(0, "127.0.0.1", () => resolve(server));
        }),
    ),
  );
  const ports = open.map((server) => server.address().port);
  await Promise.all(open.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

function startServer(number, own, shards) {
  const home = join(folder, `shard${number}`);
  mkdirSync(home);
  const replicas = shards.map(
    ({ tcp }) => `<shard><replica><host>127.0.0.1</host><port>${tcp}</port></replica></shard>`,
  );
  writeFileSync(
    join(home, "config.xml"),
    `<yandex><logger><level>warning</level><log>${home}/server.log</log><errorlog>${home}/error.log</errorlog></logger>
<http_port>${own.http}</http_port><tcp_port>${own.tcp}</tcp_port><interserver_http_port>${own.inter}</interserver_http_port>
<listen_host>127.0.0.1</listen_host><path>${home}/data/</path><tmp_path>${home}/tmp/</tmp_path>
<users_config>${home}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>268435456</mark_cache_size><remote_servers><two>${replicas.join("")}</two></remote_servers></yandex>`,
  );
  writeFileSync(
    join(home, "users.xml"),
    `<yandex><profiles><default><max_query_size>100000000</max_query_size></default></profiles><quotas><default/></quotas><users><default><password></password>
<networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>`,
  );
  return spawn("clickhouse-server", [`--config-file=${home}/config.xml`], { cwd: home, stdio: "ignore" });
}

async function ask({ http }, sql) {
  const answer = await fetch(`http://127.0.0.1:${http}/`, { method: "POST", body: sql });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text.slice(0, 600));
  return text;
}

async function untilReady(shard) {
  for (let attempt = 0; ; attempt++)
    try {
      return await ask(shard, "SELECT 1");
    } catch (thrown) {
      if (attempt > 100) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
}

/** A log of one morning and a survey, the same at every run. */
function makeData() {
  let state = 20260101;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const names = ["view", "view", "cart", "pay", "leave", "other"];
  const log = Array.from({ length: events }, () => ({
    actor: `a${random(actors)}`,
    event: names[random(names.length)],
    // Whole seconds, so that ties and windows hit to the millisecond abound.
    timeMs: random(8 * 3600) * 1000,
    shard: random(2),
  }));
  const answers = Array.from({ length: events }, () => {
    const drawn = random(13);
    return { nps: drawn > 10 ? null : drawn, weight: (1 + random(8)) / 4, shard: random(2) };
  });
  const visits = Array.from({ length: events / 4 }, () => ({
    actor: `a${random(actors)}`,
    event: names[random(names.length)],
    timeMs: random(40 * 24) * 3_600_000,
    shard: random(2),
  }));
  return { log, answers, visits };
}

async function trial(ours, shards) {
  const [first] = shards;
  const { log, answers, visits } = makeData();
  const [version] = (await ask(first, "SELECT version()")).split("\n");
  const event = "who Nullable(String), what Nullable(String), at UInt32";
  const tables = {
    log: [
      event,
      log.map(({ shard, ...row }) => [shard, { who: row.actor, what: row.event, at: row.timeMs }]),
    ],
    visits: [
      event,
      visits.map(({ shard, ...row }) => [shard, { who: row.actor, what: row.event, at: row.timeMs }]),
    ],
    answers: ["nps Nullable(Float64), weight Float64", answers.map(({ shard, ...row }) => [shard, row])],
  };
  for (const [number, shard] of shards.entries())
    for (const [name, [columns, rows]] of Object.entries(tables)) {
      await ask(shard, `CREATE TABLE ${name}_here (${columns}) ENGINE = MergeTree ORDER BY tuple()`);
      await ask(
        shard,
        `CREATE TABLE ${name} AS ${name}_here ENGINE = Distributed(two, default, ${name}_here)`,
      );
      const own = rows.filter(([at]) => at === number).map(([, row]) => JSON.stringify(row));
      await ask(shard, `INSERT INTO ${name}_here FORMAT JSONEachRow ${own.join("\n")}`);
    }
  const rowsOf = async (sql) =>
    (await ask(first, `${sql} FORMAT JSONEachRow`))
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line));
  const base = { dialect: "clickhouse", values: "inline" };
  const columns = { actor: "who", event: "what", timeMs: "at" };
  const scale = { scale: { min: 0, max: 10 } };
  const plain = ours.orderedFunnel({ steps: ["view", "cart", "pay"], windowMs: 600_000 });
  const funnel = ours.defineFunnel({ ...plain, ties: "simultaneous" });
  const retention = ours.adhocRetention({
    start: "view",
    return: ["pay", "cart"],
    periods: [1, 7, 30],
    cohort: "week",
  });
  const observed = { observedUntilMs: 41 * 86_400_000 };
  const cases = [
    {
      name: "score: histogram",
      sql: ours.compileScoreSql(scale, { ...base, table: "answers", columns: { rating: "nps" } }).sql,
      read: (rows) => ours.readRatingTally(rows, scale),
      memory: () =>
        ours.tallyRatings(
          answers.map(({ nps }) => nps),
          scale.scale,
        ),
    },
    {
      name: "score: with Σw and Σw²",
      sql: ours.compileScoreSql(scale, {
        ...base,
        table: "answers",
        columns: { rating: "nps", weight: "weight" },
      }).sql,
      read: (rows) => ours.readRatingTally(rows, scale, { weighted: true }),
      memory: () =>
        ours.tallyRatings(
          answers.map(({ nps }) => nps),
          scale.scale,
          { weights: answers.map(({ weight }) => weight) },
        ),
    },
    {
      name: "funnel: windowFunnel",
      sql: ours.compileFunnelSql(funnel, {
        ...base,
        table: "log",
        columns,
        form: "window-funnel",
        times: false,
      }).sql,
      read: (rows) => ours.readFunnelTally(rows, funnel),
      memory: () => {
        const tally = ours.tallyFunnel(log, funnel);
        return { ...tally, elapsedMs: tally.elapsedMs.map(() => []) };
      },
    },
    {
      name: "retention: days",
      sql: ours.compileRetentionSql(retention, { ...base, table: "visits", columns, ...observed }).sql,
      read: (rows) => ours.readRetentionTally(rows, retention),
      memory: () => ours.tallyRetention(visits, retention, observed),
    },
  ];
  const lines = [];
  let same = true;
  for (const { name, sql, read, memory } of cases) {
    const began = performance.now();
    const found = read(await rowsOf(version.startsWith("18.") ? narrowed(sql) : sql));
    const took = performance.now() - began;
    const equal = JSON.stringify(sorted(found)) === JSON.stringify(sorted(memory()));
    same &&= equal;
    const told = found.counts ?? found.cohorts?.map(({ size, retained }) => [size, ...retained]);
    lines.push(
      `${name.padEnd(24)} ${equal ? "equal to memory" : "DIFFERS"}  ${took.toFixed(0).padStart(5)} ms  ${JSON.stringify(told)}`,
    );
  }
  const here = shards.map(({ http }) => ask({ http }, "SELECT count() FROM log_here"));
  const counts = (await Promise.all(here)).map((text) => text.trim());
  const split = new Set(log.map(({ actor }) => actor)).size;
  console.log(
    `ClickHouse ${version}, two shards on loopback: ${counts.join(" + ")} events of ${split} actors, each spread over both`,
  );
  for (const line of lines) console.log(line);
  return same;
}

/**
 * What 18.16 lacks: its windowFunnel takes UInt32 alone, which these times fit, and its sumKahan breaks off when a state comes over the
 * network, for which these weights, quarters, have no need.
 */
function narrowed(sql) {
  return sql.replaceAll("toUInt64(", "toUInt32(").replaceAll("sumKahan(", "sum(");
}

/** The same data with the members of records in the order of their names. */
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
