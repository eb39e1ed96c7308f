import { commit } from '../../functions/_kit/commit.ts';
import { newId } from '../../functions/_kit/new-id.ts';
import { put } from '../../functions/_kit/operations.ts';
import { stamped } from '../../functions/_kit/record.ts';
import { systemScope } from '../../functions/_kit/scope.ts';
import { ExportEntity } from '../../functions/exports/export.entity.ts';
import { expiryFrom } from '../../functions/exports/exports.service.ts';
import { finish } from '../../functions/exports/finishing.service.ts';
import { write } from '../../functions/exports/writing.service.ts';

export interface HeapOrder {
  /** Variables of a function that may read and write files. */
  environment: Record<string, string>;
  mspId: string;
  /** Who asks for it. */
  userId: string;
  companyId: string;
}

/** The most megabytes that live on the heap while all devices of a client are exported, garbage left out. */
async function peak({ mspId, userId, companyId }: HeapOrder): Promise<number> {
  const scope = systemScope(mspId, 'exports-step-write');
  const exportId = newId();
  const row = stamped(scope, {
    userId,
    exportId,
    companyId,
    list: 'devices' as const,
    filter: {},
    status: 'queued' as const,
    attempt: 1,
    rows: 0,
    parts: [],
    reach: 0,
    whole: false,
    expiresAt: expiryFrom(scope.now()),
  });
  await commit(scope, [put(ExportEntity, row)]);
  let most = 0;
  const look = () => {
    globalThis.gc?.();
    const { heapUsed, external } = process.memoryUsage();
    most = Math.max(most, heapUsed + external);
    return true;
  };
  const writing = { mspId, userId, exportId, attempt: 1 };
  for (let state = ''; state !== 'whole'; ) state = (await write(scope, writing, look)).state;
  await finish(scope, writing);
  look();
  return most / 1_000_000;
}

if (import.meta.main) {
  process.once('message', (order: HeapOrder) => {
    Object.assign(process.env, order.environment);
    peak(order).then(
      (megabytes) => process.send?.(megabytes, () => process.disconnect()),
      (error: Error) => {
        process.stderr.write(`${error.stack}\n`);
        process.exit(1);
      },
    );
  });
}
