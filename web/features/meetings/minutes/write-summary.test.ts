import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../../../lib/send.ts';
import { writeSummary } from './write-summary.ts';

const refused = (status: number) => new ApiError(status, { title: 'No', status });
const means = (stored: string) => ({
  put: vi.fn(async (summary: string) => summary),
  reload: vi.fn(async () => stored),
});

describe('saving a summary', () => {
  it('takes what the server made of it', async () => {
    const { put, reload } = means('Old.');
    put.mockResolvedValue('Mine.');
    expect(await writeSummary(' Mine. ', 'Old.', { put, reload })).toEqual({ summary: 'Mine.' });
    expect(reload).not.toHaveBeenCalled();
  });

  it('tries again where the meeting changed and its summary did not', async () => {
    const { put, reload } = means('Old.');
    put.mockRejectedValueOnce(refused(409));
    expect(await writeSummary('Mine.', 'Old.', { put, reload })).toEqual({ summary: 'Mine.' });
    expect(put).toHaveBeenCalledTimes(2);
  });

  it("saves nothing over another's summary, and gives it", async () => {
    const { put, reload } = means('Theirs.');
    put.mockRejectedValueOnce(refused(409));
    expect(await writeSummary('Mine.', 'Old.', { put, reload })).toEqual({ theirs: 'Theirs.' });
    expect(put).toHaveBeenCalledTimes(1);
  });

  it('sees that it is there already', async () => {
    const { put, reload } = means('Mine.');
    put.mockRejectedValue(refused(409));
    expect(await writeSummary('Mine.', 'Old.', { put, reload })).toEqual({ summary: 'Mine.' });
  });

  it('fails as the server or the connection does', async () => {
    for (const error of [refused(500), refused(403), new TypeError('Failed to fetch')]) {
      const { put, reload } = means('Old.');
      put.mockRejectedValue(error);
      await expect(writeSummary('Mine.', 'Old.', { put, reload })).rejects.toBe(error);
    }
    const { put, reload } = means('Old.');
    put.mockRejectedValue(refused(409));
    await expect(writeSummary('Mine.', 'Old.', { put, reload })).rejects.toThrow();
  });
});
