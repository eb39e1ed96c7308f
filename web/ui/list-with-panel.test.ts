import { describe, expect, it, vi } from 'vitest';
import { placeAmong } from './list-with-panel.tsx';

describe('the place of an open record among those listed', () => {
  const ids = ['first', 'second', 'third'];

  it('leads to both neighbours, and out', () => {
    const peekAt = vi.fn();
    const { place, onPrevious, onNext, onClose } = placeAmong(ids, 'second', peekAt);
    onPrevious?.();
    onNext?.();
    onClose();
    expect(place).toEqual({ at: 2, of: 3 });
    expect(peekAt.mock.calls).toEqual([['first'], ['third'], [undefined]]);
  });

  it('has no way beyond either end', () => {
    expect(placeAmong(ids, 'first', vi.fn())).toMatchObject({ place: { at: 1, of: 3 }, onPrevious: undefined });
    expect(placeAmong(ids, 'third', vi.fn())).toMatchObject({ place: { at: 3, of: 3 }, onNext: undefined });
  });

  it.each([undefined, 'not loaded yet'])('is unknown for %s, with no neighbours', (open) => {
    const { place, onPrevious, onNext } = placeAmong(ids, open, vi.fn());
    expect([place, onPrevious, onNext]).toEqual([undefined, undefined, undefined]);
  });
});
