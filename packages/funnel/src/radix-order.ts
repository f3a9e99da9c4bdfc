/** Where the high word of a double stands among its two. */
const highWord = new Uint32Array(new Float64Array([1]).buffer)[1] === 0 ? 0 : 1;

const digitBits = 11;

const mask = 0x7ff;

/**
 * The places of columns of finite numbers in ascending order: by the last column, within it by the one before, and so on;
 * equals keep their order. A radix sort by those bits of the numbers in which they differ: time grows with how many they are
 * alone, whatever their order.
 */
export function radixOrder(columns: readonly Float64Array[], length: number): Uint32Array {
  const list = () => new Uint32Array(length);
  let from = [list(), list(), list()] as const;
  let to = [list(), list(), list()] as const;
  const digits = new Uint16Array(length);
  const begins = new Uint32Array(mask + 2);
  for (let place = 0; place < length; place++) from[2][place] = place;
  for (const column of columns) {
    let [first, last] = readWords(column, ...from);
    for (; first <= last; first += digitBits) {
      const [low, high, order] = from;
      const [lowTo, highTo, orderTo] = to;
      begins.fill(0);
      for (let nth = 0; nth < length; nth++) {
        const upper = high[nth] as number;
        const bits =
          first > 31
            ? upper >>> (first - 32)
            : ((low[nth] as number) >>> first) | ((upper << 1) << (31 - first));
        const digit = bits & mask;
        digits[nth] = digit;
        begins[digit + 1] = (begins[digit + 1] as number) + 1;
      }
      for (let digit = 0; digit < mask; digit++)
        begins[digit + 1] = (begins[digit + 1] as number) + (begins[digit] as number);
      for (let nth = 0; nth < length; nth++) {
        const digit = digits[nth] as number;
        const place = begins[digit] as number;
        begins[digit] = place + 1;
        lowTo[place] = low[nth] as number;
        highTo[place] = high[nth] as number;
        orderTo[place] = order[nth] as number;
      }
      [from, to] = [to, from];
    }
  }
  return from[2];
}

/**
 * Writes numbers, taken in an order, as pairs of words that stand in the order of the numbers when read as integers; tells the
 * lowest and the highest bit in which some differ.
 */
function readWords(
  column: Float64Array,
  low: Uint32Array,
  high: Uint32Array,
  order: Uint32Array,
): [number, number] {
  const one = new Float64Array(1);
  const words = new Uint32Array(one.buffer);
  let lows = 0;
  let highs = 0;
  for (let nth = 0; nth < order.length; nth++) {
    // The sum turns −0 into 0, which is the same number.
    one[0] = (column[order[nth] as number] as number) + 0;
    // A positive number needs its sign bit set, a negative one all its bits turned.
    const sign = (words[highWord] as number) >> 31;
    low[nth] = (words[1 - highWord] as number) ^ sign;
    high[nth] = (words[highWord] as number) ^ (sign | 0x80000000);
    lows |= (low[nth] as number) ^ (low[0] as number);
    highs |= (high[nth] as number) ^ (high[0] as number);
  }
  const first = lows === 0 ? 63 - Math.clz32(highs & -highs) : 31 - Math.clz32(lows & -lows);
  return [first, highs === 0 ? 31 - Math.clz32(lows) : 63 - Math.clz32(highs)];
}
