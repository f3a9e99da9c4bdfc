/** A typed array that grows. */
export interface GrowingArray<A extends Float64Array | Int32Array> {
  push(value: number): void;
  readonly length: number;
  /** The values, without the slack. */
  finish(): A;
}

/** Numbers of eight bytes, of which there may be many millions. */
export function growingFloats(): GrowingArray<Float64Array> {
  return growing((length) => new Float64Array(length));
}

/** Whole numbers of four bytes. */
export function growingIntegers(): GrowingArray<Int32Array> {
  return growing((length) => new Int32Array(length));
}

function growing<A extends Float64Array | Int32Array>(make: (length: number) => A): GrowingArray<A> {
  let values = make(4096);
  let length = 0;
  return {
    push(value) {
      if (length === values.length) {
        const larger = make(length * 2);
        larger.set(values);
        values = larger;
      }
      values[length] = value;
      length += 1;
    },
    get length() {
      return length;
    },
    finish() {
      return values.subarray(0, length) as A;
    },
  };
}
