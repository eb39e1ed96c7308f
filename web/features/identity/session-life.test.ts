import { QueryClient } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onSessionOver, touchWhileActive } from './session-life.ts';

const over = { title: 'Sign in to go on', status: 401 };
const refused = { title: 'Not allowed', status: 403 };
const failing = (error: unknown) => ({ queryKey: [String(error)], retry: false, queryFn: () => Promise.reject(error) });

describe('a session that is over', () => {
  it('is heard from queries and mutations, and left once', async () => {
    const queryClient = new QueryClient();
    const leave = vi.fn();
    const stop = onSessionOver(queryClient, leave);
    await queryClient.fetchQuery(failing(refused)).catch(() => undefined);
    expect(leave).not.toHaveBeenCalled();
    await queryClient.fetchQuery({ ...failing(over), queryKey: ['over'] }).catch(() => undefined);
    expect(leave).toHaveBeenCalledTimes(1);
    const mutation = queryClient.getMutationCache().build(queryClient, { mutationFn: () => Promise.reject(over) });
    await mutation.execute(undefined).catch(() => undefined);
    expect(leave).toHaveBeenCalledTimes(1);
    stop();
  });

  it('is heard from a mutation alone, and not after listening stopped', async () => {
    const queryClient = new QueryClient();
    const leave = vi.fn();
    const fail = () => {
      const mutation = queryClient.getMutationCache().build(queryClient, { mutationFn: () => Promise.reject(over) });
      return mutation.execute(undefined).catch(() => undefined);
    };
    const stop = onSessionOver(queryClient, leave);
    stop();
    await fail();
    expect(leave).not.toHaveBeenCalled();
    onSessionOver(queryClient, leave);
    await fail();
    expect(leave).toHaveBeenCalledTimes(1);
  });
});

describe('keeping a session alive', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('touches it every ten minutes in which the person did something, and not otherwise', async () => {
    const page = new EventTarget();
    const touch = vi.fn(() => Promise.resolve());
    const stop = touchWhileActive(page, touch);
    vi.advanceTimersByTime(30 * 60_000);
    expect(touch).not.toHaveBeenCalled();
    page.dispatchEvent(new Event('keydown'));
    vi.advanceTimersByTime(10 * 60_000);
    expect(touch).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(60 * 60_000);
    expect(touch).toHaveBeenCalledTimes(1);
    page.dispatchEvent(new Event('pointerdown'));
    stop();
    vi.advanceTimersByTime(60 * 60_000);
    expect(touch).toHaveBeenCalledTimes(1);
  });

  it('goes on after a touch that failed', async () => {
    const page = new EventTarget();
    const touch = vi.fn(() => Promise.reject(new TypeError('Failed to fetch')));
    const stop = touchWhileActive(page, touch);
    for (const _round of [1, 2]) {
      page.dispatchEvent(new Event('keydown'));
      await vi.advanceTimersByTimeAsync(10 * 60_000);
    }
    expect(touch).toHaveBeenCalledTimes(2);
    stop();
  });
});
