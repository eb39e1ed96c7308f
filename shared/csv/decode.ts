/** What a file's first bytes say of its encoding. Source: Unicode Standard, 2.13 "Unicode Signature". */
const SIGNATURES: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * The text of a file, without its signature. Files without one are UTF-8, or else what spreadsheets on Windows write when
 * asked for plain "CSV" (Windows-1252).
 */
export function decodeText(bytes: Uint8Array): string {
  const signed = SIGNATURES.find((each) => each.bytes.every((byte, index) => bytes[index] === byte));
  if (signed) return new TextDecoder(signed.encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(bytes);
    throw error;
  }
}
