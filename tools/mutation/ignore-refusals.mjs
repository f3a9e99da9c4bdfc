import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

/**
 * Leaves out the mutants that cannot change a number on valid input, because the code only refuses input or words an
 * answer: what a `throw` throws, checks at the door and their ranges, and members that hold text.
 */
const checks =
  /^(expect[A-Z]\w*|inRange|finiteNumber|refuse|describeValue|didYouMean|confidenceLevel|methodNamed|namedMembers|CxMetricsError)$/;
const wording = new Set([
  "holds",
  "title",
  "message",
  "values",
  "path",
  "edgeCases",
  "en",
  "zh",
  "source",
  "formula",
]);

const nameOf = (node) =>
  node.type === "Identifier" ? node.name : node.type === "StringLiteral" ? node.value : undefined;

const refusals = {
  shouldIgnore(path) {
    const { node } = path;
    if (path.isThrowStatement()) return "Words a refusal.";
    if (
      (path.isCallExpression() || path.isNewExpression()) &&
      checks.test(nameOf(node.callee) ?? "") &&
      !node.arguments.some((argument) => /Function/.test(argument.type))
    )
      return "Checks an argument at the door.";
    if (path.isObjectProperty() && !node.computed && wording.has(nameOf(node.key) ?? ""))
      return "Words an answer, or is the range of an argument.";
    return undefined;
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "refusals", refusals)];
