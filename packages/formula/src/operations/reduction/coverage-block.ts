import type { Block } from "../../block.js";
import { faultCode } from "../../fault-code.js";

const notApplicable = faultCode["not-applicable"];

/** What is there in each row of a block. Sums of weights are exact, so the weights have to be whole. */
export interface CoverageBlock {
  /** Number of operands without a value. */
  readonly absent: Uint32Array;
  /** Sum of the weights of the values that are there. */
  readonly available: Float64Array;
  /** Sum of the weights of the operands that apply. */
  readonly applicable: Float64Array;
  /** Smallest fault of the operands that apply, 0 where these all have values. */
  readonly first: Uint8Array;
  /** Fills the above, column after column; most cells have a value, so that only the others cost. */
  scan(blocks: readonly Block[], count: number): void;
}

/** Scans blocks of so many rows of operands with whole weights. */
export function coverageBlock(weights: Float64Array, total: number, blockLength: number): CoverageBlock {
  const absent = new Uint32Array(blockLength);
  const available = new Float64Array(blockLength);
  const applicable = new Float64Array(blockLength);
  const first = new Uint8Array(blockLength);
  return {
    absent,
    available,
    applicable,
    first,
    scan: (blocks, count) => {
      absent.fill(0, 0, count);
      first.fill(0, 0, count);
      available.fill(total, 0, count);
      applicable.fill(total, 0, count);
      for (let k = 0; k < blocks.length; k += 1) {
        const block = blocks[k] as Block;
        if (!block.faulty) continue;
        const weight = weights[k] as number;
        for (let row = 0; row < count; row += 1) {
          const code = block.fault[row] as number;
          if (code === 0) continue;
          absent[row] = (absent[row] as number) + 1;
          available[row] = (available[row] as number) - weight;
          if (code === notApplicable) applicable[row] = (applicable[row] as number) - weight;
          else if (first[row] === 0 || code < (first[row] as number)) first[row] = code;
        }
      }
    },
  };
}
