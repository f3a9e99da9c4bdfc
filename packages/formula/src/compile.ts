import { type Block, type Compiler, newBlock, type Step } from "./block.js";
import type { Column } from "./column.js";
import type { Expression } from "./expression.js";
import { inputStep } from "./input-step.js";
import { constantOf } from "./leaf.js";
import { compileCondition } from "./operations/compile-condition.js";
import { kindOf } from "./operations/registry.js";

/**
 * Turns a checked expression into steps over blocks of `blockLength` rows. All memory is taken here, none while rows are read.
 */
export function compile(
  expression: Expression,
  inputs: ReadonlyMap<string, Column>,
  blockLength: number,
): Step {
  const free: Block[] = [];
  const named = new Map<string, Step>();

  const constantStep = (value: number): Step => {
    const block = newBlock(blockLength);
    block.values.fill(value);
    return { read: () => block };
  };

  const compiler: Compiler = {
    step: (part) => {
      if (typeof part === "object") return kindOf(part).compile(part, compiler);
      const constant = constantOf(part);
      if (constant !== undefined) return constantStep(constant);
      const name = part as string;
      const step = named.get(name) ?? inputStep(name, inputs.get(name) as Column);
      named.set(name, step);
      return step;
    },
    condition: (part) => compileCondition(part, compiler),
    outcomeOf: (steps) => {
      const block = free.pop() ?? newBlock(blockLength);
      for (const step of steps) if (step.buffer) free.push(step.buffer);
      return block;
    },
  };
  return compiler.step(expression);
}
