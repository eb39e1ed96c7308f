import { z } from 'zod';

/** WCAG 2.2, 1.4.3: the least contrast of text on its ground. */
export const LEAST_CONTRAST = 4.5;
/** Grounds of the two themes on which accent-coloured text stands. */
const LIGHT_SURFACE = '#ffffff';
const DARK_SURFACE = '#15181c';
/** Largest logo, in bytes of the image itself. */
export const MAX_LOGO = 64 * 1024;

type Rgb = [number, number, number];

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb;
const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, '0')).join('')}`;

function luminance(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, definition of contrast ratio). */
export function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The accent as the dark theme uses it: mixed with as little white as makes it readable there. */
export function darkVariant(accent: string): string {
  const from = rgbOf(accent);
  for (let white = 0; white < 100; white += 2) {
    const mixed = hexOf(from.map((part) => Math.round(part + ((255 - part) * white) / 100)) as Rgb);
    if (contrast(mixed, DARK_SURFACE) >= LEAST_CONTRAST) return mixed;
  }
  return '#ffffff';
}

/** The MSP's colour: dark enough for white text on it and for itself as text on white. */
export const Accent = z
  .string()
  .toLowerCase()
  .regex(/^#[0-9a-f]{6}$/, 'Enter a colour such as #1f5fbf.')
  .refine(
    (hex) => contrast(hex, LIGHT_SURFACE) >= LEAST_CONTRAST,
    'This colour is too light: white text on it, and the colour on white, would be hard to read. Choose a darker one.',
  );

const SIGNATURES: Record<string, RegExp> = {
  png: /^iVBORw0KGgo/,
  jpeg: /^\/9j\//,
  // 'RIFF', four bytes of length, 'WEBP'
  webp: /^UklGR[\w+/]{6}XRUJQ/,
};

function logoProblem(url: string): string | undefined {
  const [, type = '', data = ''] = /^data:image\/(png|jpeg|webp);base64,([\w+/]+={0,2})$/.exec(url) ?? [];
  if (!SIGNATURES[type]?.test(data)) return 'Choose an image file of type PNG, JPEG or WebP.';
  const bytes = Math.floor((data.replace(/=+$/, '').length * 3) / 4);
  return bytes > MAX_LOGO ? 'The logo may have at most 64 kB. Choose a smaller image.' : undefined;
}

/** A logo as a data URL. Vector images are refused: they can carry scripts. Empty: none. */
export const Logo = z.string().superRefine((url, context) => {
  const problem = url === '' ? undefined : logoProblem(url);
  if (problem) context.addIssue({ code: 'custom', message: problem });
});
