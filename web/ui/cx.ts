import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// Without our own sizes tailwind-merge takes `text-13` for a colour and drops `text-accent-ink` beside it.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['11', '12', '13', '15', '18', '22', 'body', 'meta', 'control', 'field', 'title'],
      spacing: ['control', 'chip', 'row', 'row2', 'gutter'],
      radius: ['badge', 'control', 'card', 'dialog'],
      shadow: ['pop'],
    },
  },
});

/** Joins class names; later classes win over earlier ones of the same kind, so callers can override a component's own. */
export function cx(...inputs: ClassValue[]): string {
  return merge(clsx(inputs));
}
