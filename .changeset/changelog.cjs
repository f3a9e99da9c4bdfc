// Offline changelog. Every entry must say whether numbers move.
const RESULTS = /^results: (unchanged|changed|new)\b/im;

const getReleaseLine = async (changeset) => {
  if (!RESULTS.test(changeset.summary))
    throw new Error(
      `changeset ${changeset.id}: say "Results: unchanged | changed | new" on a line of its own`,
    );
  const [first, ...rest] = changeset.summary.trim().split("\n");
  return [`- ${first}`, ...rest.map((line) => `  ${line}`.trimEnd())].join("\n");
};

const getDependencyReleaseLine = async (_changesets, dependencies) =>
  dependencies.length === 0
    ? ""
    : `- Updated dependencies: ${dependencies.map((d) => `${d.name}@${d.newVersion}`).join(", ")}`;

module.exports = { getReleaseLine, getDependencyReleaseLine };
