import { AppError } from '../../../shared/kernel/error.ts';
import { sha256 } from '../new-id.ts';
import type { Scope } from '../scope.ts';
import { linkTo } from './file-links.ts';
import type { Stored } from './files.ts';

const PATIENCE_MS = 10_000;

/**
 * The answer of S3, asked by a link: an S3 client would double an API function. Undefined for a file that is not there, of
 * which S3 says 403 because nobody may list the bucket.
 *
 * @throws 503 when S3 answers neither
 */
async function asked(scope: Scope, key: string, method: 'GET' | 'HEAD'): Promise<Response | undefined> {
  const { url } = await linkTo(scope, key, method);
  const response = await fetch(url, { method, signal: AbortSignal.timeout(PATIENCE_MS) });
  if (response.status === 404 || response.status === 403) return undefined;
  if (!response.ok)
    throw new AppError(503, 'files.busy', 'The file store does not answer right now. Try again in a moment.', {
      retryAfter: 5,
    });
  return response;
}

/** True when the file is there and is, byte for byte, what was stored. */
export async function isIntact(scope: Scope, key: string, stored: Stored): Promise<boolean> {
  const response = await asked(scope, key, 'GET');
  return response !== undefined && sha256(new Uint8Array(await response.arrayBuffer())) === stored.sha256;
}

/** True when a file that was announced has arrived whole. S3 took it by its checksum, so its length says enough. */
export async function isStored(scope: Scope, key: string, { bytes }: { bytes: number }): Promise<boolean> {
  const response = await asked(scope, key, 'HEAD');
  return response?.headers.get('content-length') === String(bytes);
}
