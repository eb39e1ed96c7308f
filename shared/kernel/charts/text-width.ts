/** Advance widths of Inter SemiBold for U+0020 to U+007E, in hundredths of an em (tabular figures are no wider). */
const ADVANCES = [
  25, 32, 52, 64, 65, 100, 66, 33, 37, 37, 54, 67, 32, 47, 32, 38, 66, 42, 62, 64, 67, 61, 64, 58, 64, 64, 32, 33, 67,
  67, 67, 54, 100, 73, 66, 74, 72, 61, 59, 75, 75, 28, 58, 70, 57, 92, 76, 77, 65, 77, 65, 65, 66, 74, 73, 102, 72, 71,
  65, 37, 38, 37, 48, 47, 35, 57, 62, 58, 62, 59, 39, 63, 61, 26, 26, 57, 26, 90, 61, 61, 62, 62, 40, 55, 35, 61, 59,
  84, 57, 59, 57, 45, 36, 45, 67,
];
const FIRST = 0x20;
const FIRST_WIDE = 0x2e80;
const DIGIT_ONE = 0x31;
const TABULAR_DIGIT = 66;

function advance(codePoint: number): number {
  if (codePoint === DIGIT_ONE) return TABULAR_DIGIT;
  return ADVANCES[codePoint - FIRST] ?? (codePoint < FIRST_WIDE ? 70 : 110);
}

/**
 * Estimated width of `text` in pixels. Charts are laid out where no browser measures text (PDF, e-mail), so the widths
 * of the semibold cut stand in for every weight: the estimate errs on the wide side.
 *
 * @param size font size in pixels
 */
export function textWidth(text: string, size: number): number {
  let hundredths = 0;
  for (const character of text) hundredths += advance(character.codePointAt(0) ?? FIRST);
  return (hundredths * size) / 100;
}

/** `text` itself when it fits into `width` pixels, else its beginning and an ellipsis, else nothing. */
export function fitText(text: string, width: number, size: number): string {
  if (textWidth(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 0) {
    characters.pop();
    const shorter = `${characters.join('').trimEnd()}…`;
    if (characters.length > 0 && textWidth(shorter, size) <= width) return shorter;
  }
  return '';
}
