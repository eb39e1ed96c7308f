/** Pixels. The origin is the top left corner, y grows downwards. */
export interface Size {
  width: number;
  height: number;
}

/** A rectangle in pixels. */
export interface Box extends Size {
  x: number;
  y: number;
}

/** One label of an axis: `at` is its x (horizontal axes) or y (vertical axes). */
export interface Tick {
  at: number;
  label: string;
}

/** Sizes of chart text in pixels. */
export const FONT = { small: 11, label: 12, centre: 18 } as const;

const LARGEST = 1e15;

/** The value when a chart can draw it (finite, at most 1e15 either side of zero), else null. */
export function drawable(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Number.isFinite(value) && Math.abs(value) <= LARGEST ? value : null;
}

/** Two decimals are finer than any screen or printer and keep SVG short. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** `value` moved into `[low, high]`; `low` wins when the bounds cross. */
export function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

/** True when the boxes share area; touching edges do not count. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/**
 * Path of a bar whose ends may be rounded.
 *
 * @param left radius of both left corners
 * @param right radius of both right corners
 */
export function barPath({ x, y, width, height }: Box, left: number, right: number): string {
  const l = Math.min(left, width / 2, height / 2);
  const r = Math.min(right, width / 2, height / 2);
  const at = (px: number, py: number) => `${round(px)} ${round(py)}`;
  const corner = (radius: number, px: number, py: number) =>
    radius > 0 ? `A${round(radius)} ${round(radius)} 0 0 1 ${at(px, py)}` : '';
  return [
    `M${at(x + l, y)}`,
    `L${at(x + width - r, y)}`,
    corner(r, x + width, y + r),
    `L${at(x + width, y + height - r)}`,
    corner(r, x + width - r, y + height),
    `L${at(x + l, y + height)}`,
    corner(l, x, y + height - l),
    `L${at(x, y + l)}`,
    corner(l, x + l, y),
    'Z',
  ].join('');
}
