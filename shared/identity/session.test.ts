import { describe, expect, it } from 'vitest';
import { lifeOf, needAfterPassword } from './session.ts';

describe('after the right password', () => {
  it('a second factor that is set up is always asked for', () => {
    expect(needAfterPassword(true, true)).toBe('second-factor');
    expect(needAfterPassword(true, false)).toBe('second-factor');
  });

  it('one must be set up where the MSP requires it, and nowhere else', () => {
    expect(needAfterPassword(false, true)).toBe('enrolment');
    expect(needAfterPassword(false, false)).toBeUndefined();
  });
});

describe('the life of a session', () => {
  const now = new Date('2026-03-02T09:00:00Z');

  it('is 24 hours, or 8 without use', () => {
    const life = lifeOf('full', now);
    expect(life.expiresAt).toBe('2026-03-03T09:00:00.000Z');
    expect(life.idleUntil).toBe('2026-03-02T17:00:00.000Z');
    expect(life.ttl).toBe(Date.parse('2026-03-03T09:00:00Z') / 1_000);
  });

  it('is 15 minutes while the second factor is due', () => {
    const life = lifeOf('half', now);
    expect(life.expiresAt).toBe('2026-03-02T09:15:00.000Z');
    expect(life.idleUntil).toBe(life.expiresAt);
  });
});
