/** "1 line", "4 lines". */
export const lineCount = (count: number): string => (count === 1 ? '1 line' : `${count} lines`);

const NOON = 12;
const EVENING = 18;

/** "Good morning, Karen", by the clock where the person is; with a title the whole name is used. */
export function greeting(name: string, now: Date, timeZone: string): string {
  const hour = Number(new Intl.DateTimeFormat('en', { hour: 'numeric', hourCycle: 'h23', timeZone }).format(now));
  const part = hour < NOON ? 'morning' : hour < EVENING ? 'afternoon' : 'evening';
  const [first = ''] = name.split(' ');
  return `Good ${part}, ${first.endsWith('.') ? name : first}`;
}

/** "412 kB", "1.3 MB". */
export function fileSize(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.ceil(bytes / 1_000), 'kB'] : [bytes / 1_000_000, 'MB'];
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)} ${unit}`;
}
