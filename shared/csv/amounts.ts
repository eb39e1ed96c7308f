/** What may stand around a number: signs and codes of currencies, spaces. */
const AROUND = /^[\s\p{Sc}]*(?:[A-Z]{3}\s*)?[\s\p{Sc}]*|[\s\p{Sc}]*(?:\s*[A-Z]{3})?[\s\p{Sc}]*$/gu;

/**
 * An amount in minor units: `1,234.50`, `1.234,50 €`, `$1 234`, `(12.00)` for less than nothing. The last comma or point is
 * the decimal one when no more digits follow than the currency has; groups are of three digits. Undefined for anything else,
 * also for more digits than the currency has: nothing is rounded away unseen.
 *
 * @param digits digits behind the point of the currency (USD 2, JPY 0)
 */
export function readAmount(text: string, digits: number): number | undefined {
  const trimmed = text.trim();
  const bracketed = /^\((.*)\)$/.exec(trimmed)?.[1];
  const [, sign = '', unsigned = ''] = /^([-+\u2212]?)(.*)$/s.exec((bracketed ?? trimmed).replace(AROUND, '')) ?? [];
  const number = unsigned.replace(AROUND, '');
  const point = decimalPlace(number, digits);
  const whole = point === undefined ? number : number.slice(0, point);
  const fraction = point === undefined ? '' : number.slice(point + 1);
  if (!/^(\d+|\d{1,3}(([,.'\u00a0\u202f ])\d{3})(\3\d{3})*)$/.test(whole) || !/^\d*$/.test(fraction)) return undefined;
  if (fraction.length > digits) return undefined;
  const minor = Number(whole.replace(/\D/g, '') + fraction.padEnd(digits, '0'));
  if (!Number.isSafeInteger(minor)) return undefined;
  const negative = bracketed !== undefined || sign === '-' || sign === '\u2212';
  return negative && minor !== 0 ? -minor : minor;
}

/** Place of the decimal comma or point; undefined when the number has none. */
function decimalPlace(number: string, digits: number): number | undefined {
  const place = Math.max(number.lastIndexOf(','), number.lastIndexOf('.'));
  if (place < 0) return undefined;
  const mark = number[place] ?? '';
  const behind = number.length - place - 1;
  const alone = number.indexOf(mark) === place;
  // Three digits behind the only mark of its kind are a group, unless the currency has three.
  if (!alone || (behind === 3 && digits !== 3)) return undefined;
  return place;
}
