// Adds the platform-specific optional packages that the registry mirror in use does not serve
// (it answers 404 for other platforms), so that `npm ci` accepts the lockfile and a checkout
// on macOS or Windows still finds its own binaries.
import { readFileSync, writeFileSync } from "node:fs";

const OS = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
  "aix",
];
const CPU = ["arm64", "arm", "ia32", "loong64", "mips64el", "ppc64", "riscv64", "s390x", "x64", "wasm32"];
const ALIAS = { windows: "win32", x86: "ia32", armv7: "arm", loongarch64: "loong64" };

const file = process.argv[2] ?? "package-lock.json";
const lock = JSON.parse(readFileSync(file, "utf8"));
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    // Node's resolution: nearest node_modules upwards.
    let base = path;
    let found = false;
    for (;;) {
      const candidate = `${base ? `${base}/` : ""}node_modules/${name}`;
      if (lock.packages[candidate]) {
        found = true;
        break;
      }
      if (!base) break;
      const cut = base.lastIndexOf("/node_modules/");
      base = cut === -1 ? "" : base.slice(0, cut);
    }
    if (found || !/^\d+\.\d+\.\d+/.test(version)) continue;
    const words = name
      .toLowerCase()
      .split(/[/\-_.]/)
      .map((w) => ALIAS[w] ?? w);
    const os = OS.filter((o) => words.includes(o));
    const cpu = CPU.filter((c) =>
      words.some((w) => w === c || (c === "arm" && /^arm(v7|eabi|hf)?$/.test(w))),
    );
    if (os.length === 0 && cpu.length === 0) continue;
    // Same place as the parent: beside it, or at the top.
    const parentDir = path.includes("/node_modules/")
      ? path.slice(0, path.lastIndexOf("/node_modules/"))
      : "";
    const at = `${parentDir ? `${parentDir}/` : ""}node_modules/${name}`;
    lock.packages[at] = {
      version,
      ...(cpu.length ? { cpu } : {}),
      ...(entry.dev ? { dev: true } : {}),
      ...(entry.devOptional ? { devOptional: true } : {}),
      optional: true,
      ...(os.length ? { os } : {}),
    };
    added++;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`added ${added} optional platform entries`);
