import { minorDigits } from '../../shared/kernel/minor.ts';

/** How a locale writes numbers: its decimal sign and its group sign. */
function signs(locale: string): { decimal: string; group: string } {
  const parts = new Intl.NumberFormat(locale).formatToParts(12345.6);
  const find = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback;
  return { decimal: find('decimal', '.'), group: find('group', ',') };
}

/** The figure in `text` as plain digits with a dot and a minus; null for empty text, undefined for no single number. */
function plainDigits(text: string, locale: string): string | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const { decimal, group } = signs(locale);
  const negative = /^[^\d]*[-−]/.test(trimmed) || /^\(.*\)$/.test(trimmed);
  const bare = trimmed
    .replace(/^[^\d.,]+|[^\d.,]+$/g, '')
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replaceAll(group, '')
    .replace(decimal, '.');
  if (!/^(\d+\.?\d*|\.\d+)$/.test(bare)) return undefined;
  return negative ? `-${bare}` : bare;
}

/**
 * Reads a number as people type it in `locale`: group signs, spaces, a currency sign or unit around it, a leading minus or
 * parentheses. Returns null for empty text and NaN for text that is not one number, so that a schema can say so.
 */
export function parseNumber(text: string, locale: string): number | null {
  const digits = plainDigits(text, locale);
  return digits === null ? null : Number(digits ?? Number.NaN);
}

/** Typed text to minor units; null when empty, NaN when it is no number or has more decimals than the currency. */
export function parseMoney(text: string, currency: string, locale: string): number | null {
  const digits = plainDigits(text, locale);
  if (digits === null) return null;
  const decimals = digits?.split('.')[1]?.length ?? 0;
  if (digits === undefined || decimals > minorDigits(currency)) return Number.NaN;
  const minor = Math.round(Number(digits) * 10 ** minorDigits(currency));
  return Number.isSafeInteger(minor) ? minor : Number.NaN;
}

/** Minor units as text for an input that has focus: no currency sign, no groups, all decimals only when there are any. */
export function editableMoney(minor: number, currency: string, locale: string): string {
  const digits = minorDigits(currency);
  const scale = 10 ** digits;
  return new Intl.NumberFormat(locale, {
    useGrouping: false,
    minimumFractionDigits: minor % scale === 0 ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(minor / scale);
}
