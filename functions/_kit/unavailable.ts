import { AppError } from '../../shared/kernel/error.ts';
import { MOST_ATTEMPTS } from './clients/aws.ts';

/**
 * What a caller is told when AWS throttled a call, or could not be reached, until the SDK had used up its attempts: 503, and
 * that nobody knows whether the change was made. Undefined for every other error.
 */
export function unavailable(error: unknown): AppError | undefined {
  const attempts = (error as { $metadata?: { attempts?: number } } | null)?.$metadata?.attempts ?? 0;
  if (attempts < MOST_ATTEMPTS) return undefined;
  return new AppError(
    503,
    'service.unavailable',
    'Our own storage did not answer in time. Reload to see what became of your change, then try again.',
    { retryAfter: 2 },
  );
}
