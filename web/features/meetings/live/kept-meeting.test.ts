import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STOPPED } from './clock.ts';
import { type Remembered, remember, remembered } from './kept-meeting.ts';

const texts = new Map<string, string>();
beforeEach(() =>
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => texts.get(key) ?? null,
    setItem: (key: string, text: string) => texts.set(key, text),
    removeItem: (key: string) => texts.delete(key),
  }),
);
afterEach(() => {
  texts.clear();
  vi.unstubAllGlobals();
});

describe('what live mode remembers of a meeting', () => {
  const own: Remembered = { clock: { ...STOPPED, shown: 'b' }, decider: '', isHidden: true, before: 'a' };

  it("is the presenter's side hidden and the client's screen where they were, after a reload", () => {
    remember('olga', 'm', own);
    expect(remembered('olga', 'm')).toEqual(own);
    for (const [userId, meetingId] of [
      ['olga', 'n'],
      ['otto', 'm'],
    ] as const)
      expect(remembered(userId, meetingId)).toEqual({ clock: STOPPED });
  });

  it('is nothing once the meeting is over, or where somebody else wrote', () => {
    remember('olga', 'm', own);
    for (const key of texts.keys()) texts.set(key, '{');
    expect(remembered('olga', 'm')).toEqual({ clock: STOPPED });
    remember('olga', 'm', undefined);
    expect(texts.size).toBe(0);
  });
});
