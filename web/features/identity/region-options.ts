import type { Option } from '../../ui/select.tsx';

/** Languages with the regions that MSPs and their clients are in; a saved one that is not among them is added. */
const LOCALES =
  'en-US en-CA en-GB en-AU en-NZ en-IE en-ZA fr-CA fr-FR es-US es-ES es-MX pt-BR pt-PT de-DE de-AT de-CH nl-NL nl-BE it-IT da-DK sv-SE nb-NO fi-FI pl-PL'.split(
    ' ',
  );

const SAMPLE = new Date('2026-11-23T12:00:00Z');
const AMOUNT = 1234.5;

/** Languages by name, each with how it writes a date and a number. */
export function localeOptions(saved?: string): Option[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  const tags = saved && !LOCALES.includes(saved) ? [...LOCALES, saved] : LOCALES;
  return tags.map((tag) => ({
    value: tag,
    label: names.of(tag) ?? tag,
    detail: `${SAMPLE.toLocaleDateString(tag, { timeZone: 'UTC' })} · ${AMOUNT.toLocaleString(tag)}`,
  }));
}

const zoneLabel = (zone: string) => zone.replaceAll('_', ' ');

/** The option of one zone, whether or not the list of this browser holds it. */
export const zoneOption = (zone: string): Option => ({ value: zone, label: zoneLabel(zone) });
export const zoneOptions = (): Option[] => Intl.supportedValuesOf('timeZone').map(zoneOption);

/** The option of one currency: code and name, so that both can be typed. */
export function currencyOption(code: string): Option {
  return { value: code, label: `${code} · ${new Intl.DisplayNames(['en'], { type: 'currency' }).of(code) ?? code}` };
}
export const currencyOptions = (): Option[] => Intl.supportedValuesOf('currency').map(currencyOption);

/** What the browser knows of where somebody is, for a form that is filled in for the first time. */
export function guessedRegion(): { locale: string; timeZone: string; currency: string } {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const region = new Intl.Locale(locale).maximize().region ?? 'US';
  return { locale, timeZone, currency: CURRENCY_OF[region] ?? 'USD' };
}

const EURO = 'AT BE DE ES FI FR IE IT NL PT'.split(' ').map((region) => [region, 'EUR'] as const);
const CURRENCY_OF: Record<string, string> = {
  ...Object.fromEntries(EURO),
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  DK: 'DKK',
  GB: 'GBP',
  MX: 'MXN',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  SE: 'SEK',
  ZA: 'ZAR',
};
