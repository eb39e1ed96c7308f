const HOUR_MS = 3_600_000;

/**
 * The next time a scheduled sync is due. Slots are fixed points `everyHours` apart, counted from `anchor`, so that a late
 * or missed tick does not shift them: it is caught up once, then the old rhythm goes on.
 *
 * @param anchor instant of an earlier slot
 * @param now present instant
 */
export function nextSlot(anchor: string, everyHours: number, now: Date): string {
  const step = everyHours * HOUR_MS;
  const start = Date.parse(anchor);
  const passed = Math.max(0, Math.floor((now.getTime() - start) / step));
  return new Date(start + (passed + 1) * step).toISOString();
}
