const LEAST = 1;
const MOST = 240;

/** What was typed as a time box: the minutes, or the sentence that says what to enter. The server's schema has the same bounds. */
export function timeBoxOf(text: string): { minutes?: number; problem?: string } {
  const minutes = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (Number.isNaN(minutes)) return { problem: 'Enter whole minutes.' };
  if (minutes < LEAST) return { problem: 'An item takes at least a minute.' };
  if (minutes > MOST) return { problem: 'An item takes at most four hours.' };
  return { minutes };
}
