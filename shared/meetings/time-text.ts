/** "Tuesday, December 8, 2026, 10:00 to 11:00 AM PST": a meeting's time as people in its zone read it. */
export function timeText(startsAt: string, durationMinutes: number, timeZone: string, locale: string): string {
  const from = new Date(startsAt);
  const to = new Date(from.getTime() + durationMinutes * 60_000);
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
    timeZone,
  });
  return format.formatRange(from, to).replaceAll(/[\u202f\u2009]/g, ' ');
}
