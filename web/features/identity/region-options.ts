/** A choice of the platform's own select: these lists are long, and native ones open fast and jump to what is typed. */
interface Choice {
  value: string;
  label: string;
}

/** Languages with the regions that MSPs and their clients are in; a saved one that is not among them is added. */
const LOCALES =
  'en-US en-CA en-GB en-AU en-NZ en-IE en-ZA fr-CA fr-FR es-US es-ES es-MX pt-BR pt-PT de-DE de-AT de-CH nl-NL nl-BE it-IT da-DK sv-SE nb-NO fi-FI pl-PL'.split(
    ' ',
  );

const SAMPLE = new Date('2026-11-23T12:00:00Z');
const AMOUNT = 1234.5;

const withSaved = (values: readonly string[], saved: string) => (values.includes(saved) ? values : [saved, ...values]);

/** Languages by name, each with how it writes a date and a number. */
export function localeOptions(saved: string): Choice[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language' });
  return withSaved(LOCALES, saved).map((tag) => {
    const sample = `${SAMPLE.toLocaleDateString(tag, { timeZone: 'UTC' })}, ${AMOUNT.toLocaleString(tag)}`;
    return { value: tag, label: `${names.of(tag) ?? tag} (${sample})` };
  });
}

export const zoneLabel = (zone: string): string => zone.replaceAll('_', ' ');

/** Time zones that this browser knows. */
export function zoneOptions(saved: string): Choice[] {
  return withSaved(Intl.supportedValuesOf('timeZone'), saved).map((zone) => ({ value: zone, label: zoneLabel(zone) }));
}

/** Code and name, code first: that is what people type. */
export function currencyLabel(code: string): string {
  return `${code} · ${new Intl.DisplayNames(['en'], { type: 'currency' }).of(code) ?? code}`;
}

/** Currencies that this browser knows. */
export function currencyOptions(saved: string): Choice[] {
  return withSaved(Intl.supportedValuesOf('currency'), saved).map((code) => ({
    value: code,
    label: currencyLabel(code),
  }));
}

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
