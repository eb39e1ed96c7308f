import { z } from 'zod';
import { minorDigits } from '../kernel/minor.ts';
import { Price } from '../kernel/money.ts';
import { nameKey } from '../kernel/text.ts';
import { readAmount } from './amounts.ts';
import { type DayOrder, readDate, readMonth } from './dates.ts';

/** A cell that `read` understands; the sentence says what would do. */
function cell<T>(read: (text: string) => T | undefined, sentence: string) {
  return z.string(sentence).transform((text, context): T => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: sentence });
    return z.NEVER;
  });
}

/** A date, in the order that the column was found or said to have. */
export const dateCell = (order: DayOrder) =>
  cell(
    (text) => readDate(text, order),
    `Use a date such as 2027-03-31 or ${order === 'day-first' ? '31/03/2027' : '03/31/2027'}.`,
  );

/** A price in minor units of the currency. */
export const priceCell = (currency: string) =>
  cell((text) => readAmount(text, minorDigits(currency)), `Use an amount in ${currency} such as 1,250.`).pipe(Price);

/** A month from 1 to 12. */
export const monthCell = cell(readMonth, 'Use a month such as April or 4.');

/** A whole number, with or without groups of three digits. */
export const wholeCell = cell((text) => {
  const digits = /^(?:\d+|\d{1,3}(?:[.,'\u00a0\u202f ]\d{3})+)$/.test(text.trim())
    ? text.replaceAll(/\D/g, '')
    : undefined;
  return digits === undefined || digits.length > 15 ? undefined : Number(digits);
}, 'Use a whole number such as 25.');

/** One of a few words, in any case and punctuation. */
export function wordCell<Word extends string>(words: Readonly<Record<string, Word>>, sentence: string) {
  const known = new Map(Object.entries(words).map(([name, word]) => [nameKey(name), word]));
  return cell((text) => known.get(nameKey(text)), sentence);
}
