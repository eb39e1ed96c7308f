import { describe, expect, it } from 'vitest';
import { UnderWay } from './under-way.ts';

describe('writes that are under way', () => {
  it('are waited for, those that follow them too', async () => {
    const writes = new UnderWay();
    const [first, second] = [Promise.withResolvers<boolean>(), Promise.withResolvers<boolean>()];
    writes.add(first.promise);
    const saved: boolean[] = [];
    const all = writes
      .watch()
      .isAllSaved()
      .then((isSaved) => saved.push(isSaved));
    writes.add(second.promise);
    first.resolve(true);
    await Promise.resolve();
    expect(saved).toEqual([]);
    second.resolve(true);
    await all;
    expect(saved).toEqual([true]);
  });

  it('are not all saved once one failed since the watch began: under way by then, or begun and over since', async () => {
    const writes = new UnderWay();
    const write = Promise.withResolvers<boolean>();
    writes.add(write.promise);
    const watch = writes.watch();
    write.resolve(false);
    await write.promise;
    expect(await watch.isAllSaved()).toBe(false);
    writes.add(Promise.resolve(true));
    expect(await watch.isAllSaved()).toBe(false);
    // Whoever looks anew has seen it.
    expect(await writes.watch().isAllSaved()).toBe(true);
  });

  it('are not all saved while something that was typed is not, however long ago that failed', async () => {
    const writes = new UnderWay();
    writes.add(Promise.resolve(false), 'note');
    await Promise.resolve();
    expect(await writes.watch().isAllSaved()).toBe(false);
    writes.add(Promise.resolve(true), 'note');
    expect(await writes.watch().isAllSaved()).toBe(true);
  });
});
