/** Which part of a semantic version a change calls for. */
export type VersionBump = "none" | "patch" | "minor" | "major";

interface VersionParts {
  readonly core: readonly [number, number, number];
  readonly preRelease: readonly string[];
}

function partsOf(version: string): VersionParts {
  const hyphen = version.indexOf("-");
  const [major = 0, minor = 0, patch = 0] = (hyphen === -1 ? version : version.slice(0, hyphen))
    .split(".")
    .map(Number);
  return {
    core: [major, minor, patch],
    preRelease: hyphen === -1 ? [] : version.slice(hyphen + 1).split("."),
  };
}

/** Which of two versions comes first (Semantic Versioning 2.0.0, 11): below 0 when `a` does, 0 when they are equal. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)];
  for (const place of [0, 1, 2] as const)
    if (left.core[place] !== right.core[place]) return left.core[place] - right.core[place];
  const [pre, other] = [left.preRelease, right.preRelease];
  if (pre.length === 0 || other.length === 0) return other.length - pre.length;
  for (let place = 0; place < Math.max(pre.length, other.length); place++) {
    const [x, y] = [pre[place], other[place]];
    if (x === undefined || y === undefined) return x === undefined ? -1 : 1;
    if (x === y) continue;
    const [nx, ny] = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (nx && ny) return Number(x) - Number(y);
    if (nx !== ny) return nx ? -1 : 1;
    return x < y ? -1 : 1;
  }
  return 0;
}

/**
 * The least version that may follow. A pre-release is not published yet, so whatever follows it counts; before 1.0.0 the minor
 * number stands for the major one.
 */
export function leastVersion(version: string, bump: VersionBump): string {
  const { core, preRelease } = partsOf(version);
  const [major, minor, patch] = core;
  if (bump === "none") return version;
  if (preRelease.length > 0) return core.join(".");
  if (bump === "major") return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
  if (bump === "minor" && major > 0) return `${major}.${minor + 1}.0`;
  return `${major}.${minor}.${patch + 1}`;
}

/** The bump as it is called for below 1.0.0, where nothing is promised but that the minor number tells of a break. */
export function bumpFor(version: string, bump: VersionBump): VersionBump {
  if (partsOf(version).core[0] > 0) return bump;
  return bump === "major" ? "minor" : bump === "minor" ? "patch" : bump;
}

/** Whether `version` satisfies the least version due: its own pre-releases do. */
export function reaches(version: string, previous: string, least: string): boolean {
  if (compareVersions(version, previous) <= 0) return false;
  return compareVersions(partsOf(version).core.join("."), partsOf(least).core.join(".")) >= 0;
}
