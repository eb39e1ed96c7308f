/**
 * Rounds a quotient of two integers half-even without leaving the integers, so that no binary fraction ever decides a
 * cent.
 *
 * @param numerator integer
 * @param denominator positive integer
 */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator <= 0n) throw new RangeError('The denominator must be positive.');
  const sign = numerator < 0n ? -1n : 1n;
  const magnitude = numerator * sign;
  const quotient = magnitude / denominator;
  const twice = (magnitude % denominator) * 2n;
  const up = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  return sign * (quotient + (up ? 1n : 0n));
}

/** `minor` times the decimal `factor` (at most six decimals count), rounded half-even to whole minor units. */
export function times(minor: number, factor: number): number {
  const scale = 1_000_000;
  return Number(divideHalfEven(BigInt(minor) * BigInt(Math.round(factor * scale)), BigInt(scale)));
}

/** Hours (two decimals count) at a rate in minor units an hour, half-even. */
export function labour(hours: number, ratePerHour: number): number {
  return Number(divideHalfEven(BigInt(Math.round(hours * 100)) * BigInt(ratePerHour), 100n));
}

/**
 * Splits `minor` into `parts` whole amounts that differ by at most one and add up to it exactly; the earlier parts get
 * the remainder.
 */
export function split(minor: number, parts: number): number[] {
  if (!Number.isInteger(parts) || parts < 1) throw new RangeError('Split into at least one part.');
  const sign = minor < 0 ? -1 : 1;
  const magnitude = Math.abs(minor);
  const base = Math.floor(magnitude / parts);
  const remainder = magnitude - base * parts;
  return Array.from({ length: parts }, (_, i) => sign * (base + (i < remainder ? 1 : 0)) || 0);
}

/** Part of whole as a percentage with `decimals`, rounded half-up; 0 when the whole is 0. */
export function percent(part: number, whole: number, decimals = 0): number {
  if (whole === 0) return 0;
  const scale = 10 ** decimals;
  return Math.floor((part / whole) * 100 * scale + 0.5) / scale;
}

/** Intl takes longer to say it than a row of a list to draw, so each currency is asked once. */
const digits = new Map<string, number>();

/** Digits after the decimal point of a currency: 2 for USD, 0 for JPY, 3 for KWD (ISO 4217, as Intl knows it). */
export function minorDigits(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const style = new Intl.NumberFormat('en', { style: 'currency', currency });
  const fresh = style.resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, fresh);
  return fresh;
}

/** Shows an amount; whole amounts lose their zero cents when `short`. */
export function formatMoney(minor: number, currency: string, locale: string, short = false): string {
  const digits = minorDigits(currency);
  const whole = short && minor % 10 ** digits === 0;
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: whole ? 0 : digits,
    maximumFractionDigits: whole ? 0 : digits,
  }).format(minor / 10 ** digits);
}
