/**
 * Where an arrow-like key leads in a list of `count` things: the new index, or undefined when the key is no such key.
 * J and K count as down and up in vertical lists. Ends do not wrap. An index of -1 means nothing is active yet.
 */
export function stepIndex(
  key: string,
  index: number,
  count: number,
  axis: 'vertical' | 'horizontal',
): number | undefined {
  if (count === 0) return undefined;
  const forward = axis === 'vertical' ? ['ArrowDown', 'j'] : ['ArrowRight'];
  const back = axis === 'vertical' ? ['ArrowUp', 'k'] : ['ArrowLeft'];
  if (forward.includes(key)) return Math.min(index + 1, count - 1);
  if (back.includes(key)) return Math.max(index - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return undefined;
}

/** Whether the event comes from a place where letters are text: single-key shortcuts stay off there (WCAG 2.1.4). */
export function isTyping(target: EventTarget | null): boolean {
  if (typeof HTMLElement === 'undefined' || !(target instanceof HTMLElement)) return false;
  if (target.isContentEditable) return true;
  if (target instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'range', 'color'].includes(target.type);
  }
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

export type Keystroke = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** One stroke in our notation: `j`, `?`, `mod+k` (Command on a Mac, Control elsewhere), `escape`. Alt never takes part. */
export function strokeName(stroke: Keystroke): string | undefined {
  if (stroke.altKey || ['Control', 'Meta', 'Shift', 'Alt'].includes(stroke.key)) return undefined;
  const key = stroke.key.toLowerCase();
  return stroke.ctrlKey || stroke.metaKey ? `mod+${key}` : key;
}

/**
 * Follows typed strokes against shortcuts written as `g d` (one after the other) or `mod+k`. Returns the shortcut that is
 * complete, and what is pending; a stroke that fits nothing starts anew, so "x g d" still finds "g d".
 */
export function matchStroke(
  pending: readonly string[],
  stroke: string,
  shortcuts: readonly string[],
): { matched?: string; pending: string[] } {
  for (const typed of [[...pending, stroke], [stroke]]) {
    const text = typed.join(' ');
    if (shortcuts.includes(text)) return { matched: text, pending: [] };
    if (shortcuts.some((shortcut) => shortcut.startsWith(`${text} `))) return { pending: typed };
  }
  return { pending: [] };
}
