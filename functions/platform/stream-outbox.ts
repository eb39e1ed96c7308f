import { systemScope } from '../_kit/scope.ts';
import { outboxStream } from '../_kit/stream.ts';
import { forget, publish } from './publish.service.ts';

/** Facts on their way out, as they are committed: on the bus first, then deleted under each MSP's own wall. */
export const handler = outboxStream(async (rows) => {
  const refused = await publish(rows);
  const sent = rows.filter((row) => !refused.includes(row));
  for (const [mspId, own] of Map.groupBy(sent, (row) => row.mspId)) {
    await forget(systemScope(mspId, 'platform-stream-outbox'), own);
  }
  return refused;
});
