import { describe, expect, it } from 'vitest';
import type { Session } from './session.ts';
import { requireFreshProof } from './step-up.ts';

const now = () => new Date('2026-03-02T09:30:00Z');
const session = (confirmedAt: string) => ({ confirmedAt }) as Session;

describe('a fresh proof', () => {
  it('counts for 30 minutes', () => {
    expect(() => requireFreshProof({ now, session: session('2026-03-02T09:00:00.000Z') })).not.toThrow();
  });

  it('is asked for again after that, and of whoever has no session', () => {
    expect(() => requireFreshProof({ now, session: session('2026-03-02T08:59:59.999Z') })).toThrow(
      'Confirm with your password',
    );
    expect(() => requireFreshProof({ now })).toThrow('Confirm with your password');
  });
});
