import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const root = join(import.meta.dirname, "../../../..");

test("the example of the docs counts on two threads what one counts", async () => {
  const folder = await mkdtemp(join(tmpdir(), "cx-threads-"));
  try {
    const script = join(folder, "count.mjs");
    const bundle = join(root, "packages/funnel/fixtures/bundle-source.mjs");
    await run(process.execPath, [bundle, join(root, "docs/examples/threads/count.mjs"), script]);
    const { counts, actors, alone } = JSON.parse((await run(process.execPath, [script])).stdout);
    expect(counts).toEqual(alone);
    expect(actors).toBe(20_000);
    expect(counts[2]).toBeGreaterThan(1_000);
  } finally {
    await rm(folder, { recursive: true });
  }
});
