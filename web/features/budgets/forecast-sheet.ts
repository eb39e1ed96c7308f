import type { Forecast } from '../../../shared/budgets/forecast.ts';
import { minorDigits } from '../../../shared/kernel/minor.ts';
import { inPeriod, type Period } from './forecast-periods.ts';

/** The forecast as rows of cells: a head, a row a category, the totals. Amounts in whole units of the currency. */
export function sheetOf(forecast: Forecast, periods: readonly Period[]): string[][] {
  const digits = minorDigits(forecast.currency);
  const amount = (minor: number) => (minor / 10 ** digits).toFixed(digits);
  const row = (name: string, cells: Parameters<typeof inPeriod>[0]) => [
    name,
    ...periods.map((period) => amount(inPeriod(cells, period))),
  ];
  return [
    [`Category (${forecast.currency})`, ...periods.map(({ name }) => name)],
    ...forecast.categories.map(({ label, cells }) => row(label, cells)),
    row('Total', forecast.totals),
  ];
}

/** A text that a spreadsheet would run as a formula is kept a text. */
const harmless = (text: string) => (/^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text);

/** Comma-separated values by RFC 4180, with the mark by which spreadsheets know UTF-8. */
export function asCsv(sheet: readonly string[][]): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${harmless(text).replaceAll('"', '""')}"` : harmless(text));
  return `\uFEFF${sheet.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

/** The same for the clipboard: spreadsheets and mails take tabs for columns. */
export function asText(sheet: readonly string[][]): string {
  return sheet.map((row) => row.map((text) => harmless(text.replaceAll(/\s+/g, ' '))).join('\t')).join('\n');
}
