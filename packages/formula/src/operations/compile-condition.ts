import type { Compiler, Step } from "../block.js";
import type { Condition } from "../expression.js";
import { comparisons } from "./condition.js";
import { cell, leastFault, strictStep } from "./strict-step.js";

/**
 * A step whose values are 1 (true) and 0 (false), with a fault where the condition is undecided. `all` is false as soon as one
 * part is, `any` true as soon as one part is, whatever faults the others have and wherever they stand.
 */
export function compileCondition(condition: Condition, compiler: Compiler): Step {
  if ("compare" in condition) {
    const { holds } = comparisons[condition.compare];
    return strictStep(condition.of, compiler, {
      compute: (columns, row) => (holds(cell(columns, 0, row), cell(columns, 1, row)) ? 1 : 0),
    });
  }
  if ("not" in condition) return junction([condition.not], 0, compiler, true);
  return "all" in condition ? junction(condition.all, 0, compiler) : junction(condition.any, 1, compiler);
}

/** Parts of which one with the `deciding` value settles the whole. */
function junction(parts: readonly Condition[], deciding: 0 | 1, compiler: Compiler, negated = false): Step {
  const steps = parts.map((part) => compiler.condition(part));
  const out = compiler.outcomeOf(steps);
  const columns = steps.map(() => out.values);
  const masks = steps.map(() => out.fault);
  return {
    buffer: out,
    read: (start, count) => {
      for (let k = 0; k < steps.length; k += 1) {
        const block = (steps[k] as Step).read(start, count);
        columns[k] = block.values;
        masks[k] = block.fault;
      }
      out.faulty = false;
      for (let row = 0; row < count; row += 1) {
        let decided = false;
        for (let k = 0; k < steps.length && !decided; k += 1)
          decided = (masks[k] as Uint8Array)[row] === 0 && cell(columns, k, row) === deciding;
        const code = decided ? 0 : leastFault(masks, row);
        const truth = decided ? deciding : 1 - deciding;
        out.fault[row] = code;
        out.values[row] = code !== 0 ? 0 : negated ? 1 - truth : truth;
        if (code !== 0) out.faulty = true;
      }
      return out;
    },
  };
}
