/** ζ(k) − 1 for k = 2, 3, … (DLMF 25.2.1), as far as they matter for |x| ≤ ½. */
const zetaMinusOne = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.004077356197944339, 0.002008392826082214, 0.0009945751278180853,
  0.0004941886041194646, 0.0002460865533080483, 0.00012271334757848915, 6.124813505870483e-5,
  3.058823630702049e-5, 1.528225940865187e-5, 7.637197637899763e-6, 3.81729326499984e-6, 1.908212716553939e-6,
  9.539620338727962e-7, 4.769329867878066e-7, 2.38450502727733e-7, 1.1921992596531106e-7,
  5.960818905125948e-8, 2.980350351465228e-8, 1.4901554828365043e-8, 7.45071178983543e-9,
];

const oneMinusEuler = 0.42278433509846713;

/**
 * log Γ(1 + x) for 0 ≤ x ≤ 1 with relative accuracy near x = 0.
 *
 * $$ \log\Gamma(1+x) = -\log(1+x) + (1-\gamma)x + \sum_{k\ge 2}(-1)^k\frac{\zeta(k)-1}{k}x^k $$
 * (DLMF 5.7.3) for x ≤ ½; above, Γ(1 + x) = x·Γ(1 + (x − 1)).
 */
export function logGamma1p(x: number): number {
  if (x > 0.5) return Math.log(x) + logGamma1p(x - 1);
  let sum = 0;
  let power = x;
  for (let k = 2; k < zetaMinusOne.length + 2; k++) {
    power *= -x;
    sum -= ((zetaMinusOne[k - 2] ?? 0) / k) * power;
  }
  return sum - Math.log1p(x) + oneMinusEuler * x;
}
