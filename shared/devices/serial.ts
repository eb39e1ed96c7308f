/** What makers leave in the field when nobody has set it. */
const JUNK = new Set([
  '',
  '0',
  '00000000',
  '123456789',
  'default string',
  'na',
  'n/a',
  'none',
  'not applicable',
  'not available',
  'not specified',
  'o.e.m.',
  'oem',
  'serial number',
  'system serial number',
  'to be filled by o.e.m.',
  'unknown',
  'xxxxxxxx',
]);

/** A serial number that names one device; undefined for what makers leave in the field. */
export function serialOf(text: string | null | undefined): string | undefined {
  const serial = text?.trim().slice(0, 60);
  if (!serial || JUNK.has(serial.toLowerCase()) || /^([0x.-])\1*$/i.test(serial)) return undefined;
  return serial;
}

/** The form in which serials are compared. */
export const serialKey = (serial: string): string => serial.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

/** The form of a serial number that names one device; undefined for what makers leave in the field. */
export function serialMark(text: string | null | undefined): string | undefined {
  const serial = serialOf(text);
  return (serial && serialKey(serial)) || undefined;
}
