type Rgb = readonly [number, number, number];

/** `#1f5fbf` or `#15b` to red, green and blue of 0 to 255; undefined for anything else. */
export function parseHex(hex: string): Rgb | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(hex.trim())?.[1];
  if (!digits) return undefined;
  const long = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  const value = Number.parseInt(long, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function toHex(rgb: Rgb): string {
  return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, 1 to 21 (W3C, WCAG 2.2, definition of contrast ratio). */
export function contrastRatio(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** The darkest light ground and the lightest dark ground that accent text stands on: `--hover` of each theme. */
const lightGround: Rgb = [243, 245, 247];
const darkGround: Rgb = [28, 32, 38];
const darkInk: Rgb = [11, 21, 38];
/** `--ink-3`, the weakest text on a tinted row, in each theme. */
const lightMeta: Rgb = [95, 103, 116];
const darkMeta: Rgb = [141, 149, 162];
const enough = 4.5;

function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return a.map((channel, at) => channel + ((b[at] ?? 0) - channel) * share) as unknown as Rgb;
}

/** Moves `from` towards `to` in small steps until `fits`; `to` itself at the latest. */
function until(from: Rgb, to: Rgb, fits: (colour: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const colour = mix(from, to, share);
    if (fits(colour)) return colour;
  }
  return to;
}

/** Values for the `--brand-*` variables that tokens.css reads, light and dark. */
export type BrandTokens = Record<
  | '--brand-accent'
  | '--brand-accent-hover'
  | '--brand-accent-ink'
  | '--brand-accent-soft'
  | '--brand-selected'
  | '--brand-accent-dark'
  | '--brand-accent-hover-dark'
  | '--brand-accent-ink-dark'
  | '--brand-accent-soft-dark'
  | '--brand-selected-dark',
  string
>;

export type BrandResult = { ok: true; tokens: BrandTokens } | { ok: false; ratio: number; message: string };

/**
 * Tokens for an MSP's accent colour. Refused when text in it would be under 4.5:1 on our light grounds (WCAG 1.4.3), with
 * the nearest darker shade that works. The dark theme gets a lightened shade of the same colour.
 */
export function brandTokens(hex: string): BrandResult {
  const accent = parseHex(hex);
  if (!accent) return { ok: false, ratio: 0, message: 'Enter a colour as six digits, such as #1f5fbf.' };
  const ratio = contrastRatio(accent, lightGround);
  if (ratio < enough) {
    const near = until(accent, black, (colour) => contrastRatio(colour, lightGround) >= enough);
    const shown = Math.floor(ratio * 10) / 10;
    const message = `This colour has a contrast of ${shown}:1, and text in it needs 4.5:1. ${toHex(near)} is the nearest that works.`;
    return { ok: false, ratio, message };
  }
  const readable = (ground: Rgb) => [accent, lightMeta].every((text) => contrastRatio(text, ground) >= enough);
  const dark = until(accent, white, (colour) => contrastRatio(colour, darkGround) >= 5.5);
  const darkReadable = (ground: Rgb) => [dark, darkMeta].every((text) => contrastRatio(text, ground) >= enough);
  return {
    ok: true,
    tokens: {
      '--brand-accent': toHex(accent),
      '--brand-accent-hover': toHex(mix(accent, black, 0.16)),
      '--brand-accent-ink': toHex(white),
      '--brand-accent-soft': toHex(until(mix(white, accent, 0.12), white, readable)),
      '--brand-selected': toHex(until(mix(white, accent, 0.09), white, readable)),
      '--brand-accent-dark': toHex(dark),
      '--brand-accent-hover-dark': toHex(mix(dark, white, 0.2)),
      '--brand-accent-ink-dark': toHex(darkInk),
      '--brand-accent-soft-dark': toHex(until(mix(darkGround, dark, 0.16), darkGround, darkReadable)),
      '--brand-selected-dark': toHex(until(mix(darkGround, dark, 0.14), darkGround, darkReadable)),
    },
  };
}

/** Paints an accent on the page; a refused colour or none leaves Fairlead's own. */
export function applyBrand(accent: string | undefined): void {
  const { style } = document.documentElement;
  const result = accent ? brandTokens(accent) : undefined;
  const names = ['accent', 'accent-hover', 'accent-ink', 'accent-soft', 'selected'];
  for (const name of names.flatMap((each) => [`--brand-${each}`, `--brand-${each}-dark`])) style.removeProperty(name);
  if (!result?.ok) return;
  for (const [name, value] of Object.entries(result.tokens)) style.setProperty(name, value);
}
