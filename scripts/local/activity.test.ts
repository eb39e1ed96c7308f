import { describe, expect, it } from 'vitest';
import { Activity } from './activity.ts';

describe('idle', () => {
  it('waits for everything begun, told and asked', async () => {
    const activity = new Activity();
    let messages = 1;
    activity.watch('queue message', () => messages);
    const done = activity.begin('execution');
    const idle = activity.idle(5000);
    expect(activity.left()).toBe('1 x execution, 1 x queue message');
    done();
    done();
    expect(activity.left()).toBe('1 x queue message');
    messages = 0;
    activity.changed();
    await expect(idle).resolves.toBeUndefined();
  });

  it('names what is left when the time is up', async () => {
    const activity = new Activity();
    activity.begin('stream record');
    await expect(activity.idle(1)).rejects.toThrow('Not idle after 0.001 s: 1 x stream record left.');
  });
});
