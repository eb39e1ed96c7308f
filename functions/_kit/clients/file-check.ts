import { AppError } from '../../../shared/kernel/error.ts';
import { sha256 } from '../new-id.ts';
import type { Scope } from '../scope.ts';
import { linkTo } from './file-links.ts';
import type { Stored } from './files.ts';

const PATIENCE_MS = 10_000;

/**
 * True when the file is there and is, byte for byte, what was stored. It is read by a link: an S3 client would double an API
 * function. S3 answers 403 for a file that is gone, because nobody may list the bucket.
 */
export async function isIntact(scope: Scope, key: string, stored: Stored): Promise<boolean> {
  const { url } = await linkTo(scope, key);
  const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) });
  if (response.status === 404 || response.status === 403) return false;
  if (!response.ok)
    throw new AppError(503, 'files.busy', 'The file store does not answer right now. Try again in a moment.', {
      retryAfter: 5,
    });
  return sha256(new Uint8Array(await response.arrayBuffer())) === stored.sha256;
}
