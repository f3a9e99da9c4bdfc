import { type Block, type Compiler, newBlock, type Step } from "./block.js";
import type { Expression, Operation } from "./expression.js";
import { type Input, type InputStep, inputStep } from "./input-step.js";
import { constantOf } from "./leaf.js";
import { compileCondition } from "./operations/compile-condition.js";
import { limitedLogStep } from "./operations/limited-log.js";
import { kindOf } from "./operations/registry.js";
import { scalingStep } from "./operations/scaling.js";

/** A formula made ready for its inputs. */
export interface Compiled {
  readonly step: Step;
  /** Names of the inputs that it reads. */
  readonly read: ReadonlySet<string>;
  /** Forgets what was read, because the inputs may have changed. */
  readonly restart: () => void;
}

/**
 * Turns a checked expression into steps over blocks of `blockLength` rows. All memory is taken here, none while rows are read.
 */
export function compile(
  expression: Expression,
  inputs: ReadonlyMap<string, Input>,
  blockLength: number,
): Compiled {
  const constants = new Map<Operation, boolean>();
  const isConstant = (part: Operation): boolean => {
    const known = constants.get(part);
    if (known !== undefined) return known;
    const answer = kindOf(part)
      .children(part)
      .every((child) => (typeof child === "object" ? isConstant(child) : constantOf(child) !== undefined));
    constants.set(part, answer);
    return answer;
  };
  return compileWith(expression, inputs, blockLength, isConstant);
}

function compileWith(
  expression: Expression,
  inputs: ReadonlyMap<string, Input>,
  blockLength: number,
  isConstant: (part: Operation) => boolean,
): Compiled {
  const free: Block[] = [];
  const named = new Map<string, InputStep>();

  const release = ({ buffer, scaled }: Step): void => {
    if (buffer) free.push(buffer);
    if (scaled) release(scaled.of);
  };

  const constantStep = (value: number, fault = 0): Step => {
    const block = newBlock(blockLength);
    block.values.fill(value);
    block.fault.fill(fault);
    block.faulty = fault !== 0;
    return { read: () => block };
  };
  // What reads no input is computed once and not for every row.
  const folded = (part: Operation) => {
    const { values, fault } = compileWith(part, inputs, 1, () => false).step.read(0, 1);
    return { value: (values[0] as number) + 0, fault: fault[0] as number };
  };

  const compiler: Compiler = {
    step: (part) => {
      if (typeof part === "object") {
        if (!isConstant(part))
          return (
            scalingStep(part, compiler) ??
            limitedLogStep(part, compiler) ??
            kindOf(part).compile(part, compiler)
          );
        const { value, fault } = folded(part);
        return constantStep(value, fault);
      }
      const constant = constantOf(part);
      if (constant !== undefined) return constantStep(constant);
      const name = part as string;
      const step = named.get(name) ?? inputStep(name, inputs.get(name) as Input);
      named.set(name, step);
      return step;
    },
    condition: (part) => compileCondition(part, compiler),
    constant: (part) => {
      if (typeof part !== "object") return constantOf(part);
      if (!isConstant(part)) return undefined;
      const { value, fault } = folded(part);
      return fault === 0 ? value : undefined;
    },
    outcomeOf: (steps) => {
      const block = free.pop() ?? newBlock(blockLength);
      for (const step of steps) release(step);
      return block;
    },
  };
  const step = compiler.step(expression);
  return {
    step,
    read: new Set(named.keys()),
    restart: () => {
      for (const input of named.values()) input.forget();
    },
  };
}
