import type { Compiler, Step } from "../block.js";
import type { Available } from "../expression.js";
import { faultCode } from "../fault-code.js";
import { weighed } from "./reduction/reduction-step.js";
import { wholeWeights } from "./reduction/whole-weights.js";

/** A step that counts what is there. Only where no operand applies is there no answer. */
export function availabilityStep(operation: Available, compiler: Compiler): Step {
  const members = weighed(operation);
  const steps = members.map(({ part }) => compiler.step(part));
  const out = compiler.outcomeOf(steps);
  const masks: Uint8Array[] = steps.map(() => out.fault);
  const weights = wholeWeights(members.map(({ weight }) => weight));
  const notApplicable = faultCode["not-applicable"];
  const share = operation.as === "share";

  return {
    buffer: out,
    read: (start, count) => {
      for (let k = 0; k < steps.length; k += 1) masks[k] = (steps[k] as Step).read(start, count).fault;
      out.faulty = false;
      for (let row = 0; row < count; row += 1) {
        let present = 0;
        let lacking = false;
        let available = 0;
        let applicable = 0;
        for (let k = 0; k < steps.length; k += 1) {
          const code = (masks[k] as Uint8Array)[row] as number;
          if (code === notApplicable) continue;
          applicable += weights[k] as number;
          if (code === 0) {
            available += weights[k] as number;
            present += 1;
          } else lacking = true;
        }
        const applies = applicable > 0;
        out.fault[row] = applies ? 0 : notApplicable;
        out.values[row] = !applies ? 0 : !share ? present : lacking ? available / applicable : 1;
        if (!applies) out.faulty = true;
      }
      return out;
    },
  };
}
