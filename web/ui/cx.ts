import { type ClassValue, clsx } from 'clsx';

/**
 * Joins class names, nothing more: of two classes of one kind the style sheet's order decides, not the order here. So a
 * component never gives both, and what its callers may change stands in the layer `components` (tokens.css), which any
 * utility beats.
 */
export function cx(...inputs: ClassValue[]): string {
  return clsx(inputs);
}
