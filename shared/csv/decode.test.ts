import { expect, it } from 'vitest';
import { decodeText } from './decode.ts';

const TEXT = 'Größe;Café\r\n';
const utf16 = (text: string, littleEndian: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let index = 0; index < text.length; index += 1) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return new Uint8Array(view.buffer);
};

it.each([
  ['UTF-8', new TextEncoder().encode(TEXT)],
  ['UTF-8 with a signature', new TextEncoder().encode(`\uFEFF${TEXT}`)],
  ['UTF-16, little end first', utf16(`\uFEFF${TEXT}`, true)],
  ['UTF-16, big end first', utf16(`\uFEFF${TEXT}`, false)],
  ['Windows-1252', Uint8Array.from(TEXT, (sign) => sign.charCodeAt(0))],
])('%s is understood', (_name, bytes) => {
  expect(decodeText(bytes)).toBe(TEXT);
});

it('takes an empty file for an empty text', () => {
  expect(decodeText(new Uint8Array())).toBe('');
});
