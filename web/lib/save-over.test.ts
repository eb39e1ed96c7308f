import { describe, expect, it, vi } from 'vitest';
import { saveOver } from './save-over.ts';
import { ApiError } from './send.ts';

const changed = new ApiError(409, { title: 'Changed meanwhile', status: 409 });
/** A record at version 3, written by who knows that. */
const at3 = (years: number) => ({
  write: vi.fn(async (v: number) => {
    if (v !== 3) throw changed;
  }),
  newest: async () => ({ v: 3, years }),
  concerns: (now: { years: number }) => now.years !== 5,
});

describe('saving over the version that a form was filled from', () => {
  it('writes it while nobody was first', async () => {
    const record = at3(5);
    expect(await saveOver(3, record)).toBeUndefined();
    expect(record.write.mock.calls).toEqual([[3]]);
  });

  it('brings what somebody stored meanwhile, and writes nothing over it', async () => {
    const record = at3(4);
    expect(await saveOver(2, record)).toEqual({ v: 3, years: 4 });
    expect(record.write.mock.calls).toEqual([[2]]);
  });

  it('goes on when they changed something else', async () => {
    const record = at3(5);
    expect(await saveOver(2, record)).toBeUndefined();
    expect(record.write.mock.calls).toEqual([[2], [3]]);
  });

  it('passes other refusals on', async () => {
    const refusal = new ApiError(422, { title: 'Not possible', status: 422 });
    const write = () => Promise.reject(refusal);
    await expect(saveOver(3, { ...at3(5), write })).rejects.toBe(refusal);
  });
});
