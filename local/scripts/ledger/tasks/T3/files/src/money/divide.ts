/** The size of a number without its sign. */
function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** Divides whole numbers exactly and rounds to the nearest one, halves away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const divisor = magnitude(denominator);
  const rounded = (magnitude(numerator) * 2n + divisor) / (divisor * 2n);
  return negative ? -rounded : rounded;
}
