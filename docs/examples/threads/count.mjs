// Counts one funnel on two threads: node count.mjs. Each thread tallies the actors that it was given, and the tallies add up.
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import {
  freezeFunnel,
  orderedFunnel,
  tallyFrozenFunnel,
  tallyFunnel,
  tallyFunnelInParts,
} from "@cxmetrics/funnel";

if (isMainThread) await main();
else
  parentPort.on("message", ({ events, frozen }) => parentPort.postMessage(tallyFrozenFunnel(events, frozen)));

async function main() {
  const events = sharedLog(200_000, 20_000);
  const funnel = orderedFunnel({ steps: ["view", "apply", "sign"], windowMs: 7 * 86_400_000 });
  // Checked once here; a thread needs no more than the frozen funnel.
  const frozen = freezeFunnel(funnel);
  const idle = [1, 2].map(() => new Worker(new URL(import.meta.url)));
  const all = [...idle];
  const onThread = async (part) => {
    const worker = idle.pop();
    worker.postMessage({ events: part, frozen });
    const tally = await new Promise((resolve, reject) => {
      worker.once("message", resolve);
      worker.once("error", reject);
    });
    idle.push(worker);
    return tally;
  };
  const tally = await tallyFunnelInParts(events, funnel, onThread, 2);
  await Promise.all(all.map((worker) => worker.terminate()));
  const alone = tallyFunnel(events, funnel).counts;
  console.log(JSON.stringify({ counts: tally.counts, actors: tally.actors, alone }));
}

/** A made-up log in columns, sorted by actor and time, in memory that threads share: nothing is copied on the way. */
function sharedLog(rows, actors) {
  const share = (Type) => new Type(new SharedArrayBuffer(rows * Type.BYTES_PER_ELEMENT));
  const columns = { actor: share(Uint32Array), event: share(Uint8Array), timeMs: share(Float64Array) };
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let row = 0; row < rows; row++) {
    columns.actor[row] = Math.floor((row / rows) * actors);
    columns.event[row] = Math.floor(random() * 4);
    const later = row > 0 && columns.actor[row] === columns.actor[row - 1];
    columns.timeMs[row] =
      (later ? columns.timeMs[row - 1] : 1_750_000_000_000) + Math.floor(random() * 200_000_000);
  }
  return { ...columns, eventNames: ["view", "apply", "sign", "help"] };
}
