import type { SQSEvent } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fact } from '../../events/define.ts';
import { runAs } from './env.ts';
import { newId } from './new-id.ts';
import { onceFor } from './on.ts';

const opened = fact('shop.door.opened', 1, z.object({ shopId: z.string() }));
const closed = fact('shop.door.closed', 1, z.object({ shopId: z.string() }));

const message = (messageId: string, name: string, mspId: string, shopId?: string) => {
  const detail = { eventId: newId(), mspId, version: 1, at: new Date().toISOString(), actorId: 'u', causes: [] };
  return { messageId, body: JSON.stringify({ 'detail-type': name, detail: { ...detail, data: { shopId } } }) };
};
const given = (...records: { messageId: string; body: string }[]) => ({ Records: records }) as SQSEvent;

/** A subscriber that judges shops, and what it judged; those of `broken` cannot be judged. */
function judging(broken: readonly string[] = []) {
  const judged: string[] = [];
  const handler = onceFor(
    [opened, closed],
    ({ shopId }) => shopId,
    async ({ mspId, inbox }, { shopId }) => {
      judged.push(`${mspId.slice(-1)} ${shopId} ${inbox ? 'with' : 'without'} inbox`);
      if (broken.includes(shopId)) throw new Error('No light.');
    },
  );
  const hear = (event: SQSEvent) =>
    runAs({ AWS_LAMBDA_FUNCTION_NAME: 'fairlead-local-shop-on-door' }, () => handler(event, {} as never));
  return { judged, hear };
}

const [one, other] = ['01j9zq4xk3r8m2n5t7v9w1y3z1', '01j9zq4xk3r8m2n5t7v9w1y3z2'];

describe('facts about one thing in one batch', () => {
  it('are answered by one judging, apart from those of other things and of other MSPs', async () => {
    const { judged, hear } = judging();
    const answer = await hear(
      given(
        message('a', opened.name, one, 'bakery'),
        message('b', closed.name, one, 'bakery'),
        message('c', opened.name, other, 'bakery'),
        message('d', opened.name, one, 'dentist'),
      ),
    );
    expect(answer).toEqual({ batchItemFailures: [] });
    expect(judged).toEqual(['1 bakery without inbox', '2 bakery without inbox', '1 dentist without inbox']);
  });

  it('come back together when the judging fails; those that cannot be read come back alone', async () => {
    const { judged, hear } = judging(['bakery']);
    const answer = await hear(
      given(
        message('a', opened.name, one, 'bakery'),
        { messageId: 'b', body: 'no JSON' },
        message('e', 'shop.door.painted', one, 'bakery'),
        message('f', opened.name, one, undefined),
        message('c', closed.name, one, 'bakery'),
        message('d', opened.name, one, 'dentist'),
      ),
    );
    const failed = answer?.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
    expect(failed?.toSorted()).toEqual(['a', 'b', 'c', 'e', 'f']);
    expect(judged).toHaveLength(2);
  });
});
