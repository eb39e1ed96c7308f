import { describe, expect, test } from 'vitest';
import type { ListingPage } from './connectors/connector.ts';
import { PageFeed } from './page-feed.ts';

/** A vendor that answers when told to, and what it was asked for. */
function vendor(pages: number, { from, most = 100 }: { from?: string; most?: number } = {}) {
  const asked: (string | undefined)[] = [];
  const answers: { give(): void; fail(error: Error): void }[] = [];
  let isStopped = false;
  const pageAt = (index: number): ListingPage => ({
    rows: [index],
    ...(index + 1 < pages ? { next: `page-${index + 1}` } : {}),
  });
  const feed = new PageFeed({
    fetch: (link) => {
      asked.push(link);
      const index = Number(link?.slice(5) ?? 0);
      return new Promise((give, fail) => answers.push({ give: () => give(pageAt(index)), fail }));
    },
    from,
    most,
    stopped: () => isStopped,
  });
  const answer = async () => {
    answers.shift()?.give();
    await settled();
  };
  return { feed, asked, answer, fail: (error: Error) => answers.shift()?.fail(error), stop: () => (isStopped = true) };
}

/** Everything that follows without an answer of the vendor has happened. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('a feed of pages', () => {
  test('asks for the next page once the one before is there, not sooner', async () => {
    const { asked, answer } = vendor(3);
    await settled();
    expect(asked).toEqual([undefined]);
    await answer();
    expect(asked).toEqual([undefined, 'page-1']);
  });

  test('goes on while nobody takes a page, and no further than two pages ahead', async () => {
    const { feed, asked, answer } = vendor(9);
    for (let page = 0; page < 4; page += 1) await answer();
    expect(asked).toEqual([undefined, 'page-1']);
    expect((await feed.take()).rows).toEqual([0]);
    await settled();
    expect(asked).toEqual([undefined, 'page-1', 'page-2']);
  });

  test('gives the pages in order and says when it has asked for all', async () => {
    const { feed, answer } = vendor(3, { from: 'page-1' });
    const both = [feed.take(), feed.take()];
    await answer();
    await answer();
    expect((await Promise.all(both)).map(({ rows }) => rows)).toEqual([[1], [2]]);
    expect(await feed.asked).toBe(true);
    await expect(feed.take()).rejects.toThrow('more pages than it has');
  });

  test('ends after as many pages as are wanted', async () => {
    const { feed, asked, answer } = vendor(9, { most: 1 });
    await answer();
    expect((await feed.take()).next).toBe('page-1');
    expect(await feed.asked).toBe(true);
    expect(asked).toEqual([undefined]);
  });

  test('tells a failure when its turn has come, and asks no more', async () => {
    const { feed, asked, answer, fail } = vendor(9);
    await answer();
    fail(new Error('busy'));
    expect(await feed.asked).toBe(false);
    expect((await feed.take()).rows).toEqual([0]);
    await expect(feed.take()).rejects.toThrow('busy');
    expect(asked).toEqual([undefined, 'page-1']);
  });

  test('asks for nothing more once time is up', async () => {
    const { feed, asked, answer, stop } = vendor(9);
    stop();
    await answer();
    expect((await feed.take()).rows).toEqual([0]);
    expect(asked).toEqual([undefined]);
  });
});
