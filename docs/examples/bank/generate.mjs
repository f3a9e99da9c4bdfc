// Writes the synthetic raw data of the bank example. Nothing in it is measured: it is drawn with a fixed seed (xoroshiro128+ of
// pure-rand, seed 20260101) from assumptions written below, so that the example shows how an evaluation is put together.
//
//   node docs/examples/bank/generate.mjs [folder]      default: the folder `data` beside this file
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

const generator = xoroshiro128plus(20260101);
const uniform = () => uniformFloat64(generator);
const chance = (p) => uniform() < p;
/** Whole number between two, both included. */
const between = (least, most) => least + Math.floor(uniform() * (most - least + 1));
/** Position drawn from relative weights. */
const draw = (weights) => {
  let rest = uniform() * weights.reduce((a, b) => a + b, 0);
  for (let position = 0; position < weights.length; position++) {
    rest -= weights[position];
    if (rest < 0) return position;
  }
  return weights.length - 1;
};
/** Positive, skewed to the right, with the given median. */
const skewed = (median, spread) => {
  const normal = Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  return median * Math.exp(spread * normal);
};

const start = Date.UTC(2026, 0, 5, 8);
const minute = 60_000;
const day = 1440 * minute;

/** What is assumed of each channel: M app, W web, R remote (telephone and video). `good` shifts every opinion. */
const channels = {
  M: { good: 0.62, complete: [0.93, 0.95, 0.96], authenticate: 0.982, days: 0.7, answers: 420 },
  W: { good: 0.5, complete: [0.9, 0.91, 0.93], authenticate: 0.968, days: 0.9, answers: 310 },
  R: { good: 0.55, complete: [0.94, 0.9, 0.95], authenticate: 0.955, days: 1.1, answers: 240 },
};

const tables = {};
const add = (table, row) => {
  tables[table] ??= [Object.keys(row)];
  tables[table].push(Object.values(row));
};
/** A rating from 1 to `points`; each point is likelier than the one below by a factor that grows with `good`. */
const likert = (points, good) =>
  1 + draw(Array.from({ length: points }, (_, k) => Math.exp(k * (0.1 + 1.1 * good) * (5 / points))));

for (const [channel, assumed] of Object.entries(channels)) {
  for (let i = 0; i < assumed.answers; i++) {
    const good = Math.min(0.95, Math.max(0.05, assumed.good + (uniform() - 0.5) * 0.5));
    const nps = draw([1, 1, 1, 1, 2, 6, 5, 10, 18 + 30 * good, 14 + 40 * good, 8 + 50 * good]);
    const items = [likert(7, good), likert(7, good)];
    add("survey", {
      customer: `${channel}${1000 + i}`,
      channel,
      nps: chance(0.04) ? "" : nps,
      satisfaction: likert(5, good),
      ease: chance(0.05) ? "" : likert(7, good),
      felt_security: likert(5, good + 0.1),
      personalised: chance(0.1) ? "" : likert(5, good - 0.1),
      umux_lite: channel === "R" ? "" : (((items[0] + items[1] - 2) / 12) * 100).toFixed(4),
      negative_theme: chance(0.4 - 0.35 * good) ? "yes" : "no",
    });
  }

  for (let i = 0; i < 380; i++) {
    const actor = `${channel}${5000 + i}`;
    let time = start + between(0, 27 * 1440) * minute;
    for (let attempt = chance(0.2) ? 2 : 1; attempt > 0; attempt--) {
      let sequence = 0;
      add("events", { actor, channel, event: "start_transfer", time_ms: time, sequence: sequence++ });
      for (const [step, event] of ["fill_in", "confirm", "done"].entries()) {
        if (!chance(assumed.complete[step])) break;
        time += Math.round(skewed(45, 0.6) * 1000);
        add("events", { actor, channel, event, time_ms: time, sequence: sequence++ });
      }
      time += between(10, 3000) * minute;
    }
  }

  for (let i = 0; i < 400; i++)
    add("authentications", {
      customer: `${channel}${5000 + i}`,
      channel,
      result: chance(assumed.authenticate) ? "accepted" : "rejected",
    });

  for (let i = 0; i < 160; i++) {
    const submitted = start + between(0, 27 * 1440) * minute;
    const promised = 2 * day;
    const open = chance(0.06);
    const completed = submitted + Math.round(skewed(assumed.days, 0.5) * promised);
    add("cases", {
      channel,
      submitted_ms: submitted,
      completed_ms: open ? "" : completed,
      promised_ms: promised,
    });
  }

  for (let rater = 1; rater <= 6; rater++)
    for (const item of ["A1", "C2"])
      add("expert_ratings", {
        rater: `expert ${rater}`,
        channel,
        item,
        level: Math.min(5, Math.max(1, between(3, 4) + (chance(0.3) ? 1 : 0))),
      });

  for (const [item, count, pass] of [
    ["A3", 40, 0.88],
    ["A4", 55, 0.86],
    ["C3", 24, 0.94],
  ])
    for (let check = 1; check <= count; check++) {
      if (item === "A3" && channel === "R") continue;
      const result = chance(0.05) ? "not-applicable" : chance(pass) ? "pass" : "fail";
      add("checks", { channel, item, check, result });
    }

  if (channel !== "R")
    for (let i = 0; i < 200; i++) {
      const optimal = between(4, 8);
      const actual = optimal + draw([8, 4, 3, 2, 1, 1]);
      add("paths", {
        channel,
        optimal_steps: optimal,
        actual_steps: actual,
        efficiency: (optimal / actual).toFixed(6),
      });
    }

  if (channel === "M")
    for (let i = 0; i < 300; i++) add("starts", { channel, elapsed_ms: Math.round(skewed(1100, 0.35)) });

  for (let d = 0; d < 28; d++) {
    const sessions = between(9000, 12000);
    const calls = between(300, 420);
    const contacts = between(500, 700);
    const smart = between(800, 1100);
    const transactions = between(18_000, 22_000);
    const crossed = between(60, 90);
    const loads = between(40_000, 52_000);
    const part = (whole, p) => Math.round(whole * Math.min(1, Math.max(0, p + (uniform() - 0.5) * 0.06)));
    add("operations", {
      channel,
      day: new Date(start + d * day).toISOString().slice(0, 10),
      scheduled_minutes: 1440,
      down_minutes: d === 13 ? 45 : chance(0.1) ? between(1, 6) : 0,
      sessions,
      crashed_sessions: channel === "M" ? Math.round(sessions * (0.0015 + uniform() * 0.001)) : 0,
      calls,
      answered_in_time: part(calls, 0.84),
      contacts,
      resolved_first: part(contacts, 0.79),
      smart_sessions: smart,
      smart_resolved: part(smart, 0.68),
      genuine_transactions: transactions,
      wrongly_blocked: Math.round(transactions * (0.002 + uniform() * 0.002)),
      cross_channel_cases: crossed,
      without_re_entry: part(crossed, 0.81),
      page_loads: loads,
      // Apdex: satisfied loads count one, tolerated ones a half.
      apdex_points: Math.round(loads * 0.9) + Math.round(loads * 0.06) / 2,
    });
  }
}

for (const [channel, complaints, customers] of [
  ["M", 61, 9_800_000],
  ["W", 24, 4_100_000],
  ["R", 19, 2_300_000],
])
  add("complaints", { channel, quarter: "2026Q1", complaints, customers });

const folder = process.argv[2] ?? join(import.meta.dirname, "data");
mkdirSync(folder, { recursive: true });
for (const [name, rows] of Object.entries(tables)) {
  const text = rows.map((row) => row.join(",")).join("\n");
  writeFileSync(join(folder, `${name}.csv`), `${text}\n`);
}
