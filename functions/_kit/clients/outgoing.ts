import { AddressRefused, guardedFetch, listedHosts } from './guarded-fetch.ts';

/** The other side answers within this, body included, or it counts as failed. */
const ANSWER_MS = 10_000;
/** Bytes of an answer that are read. */
const MOST_BYTES = 2_048;

/** What came of a call to an address that a user typed. `failure` is a sentence; without one the other side has taken it. */
export interface Posted {
  status?: number;
  failure?: string;
  /** How the answer began. */
  text?: string;
}

const BROKEN: Record<string, string> = {
  ENOTFOUND: 'The host name was not found.',
  EAI_AGAIN: 'The host name could not be looked up.',
  ECONNREFUSED: 'Nothing listens at this address.',
  ECONNRESET: 'The connection was cut off.',
  ETIMEDOUT: 'No connection came about.',
  CERT_HAS_EXPIRED: 'The certificate has expired.',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'The certificate is signed by nobody known.',
  SELF_SIGNED_CERT_IN_CHAIN: 'The certificate is signed by nobody known.',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'The certificate could not be verified.',
  ERR_TLS_CERT_ALTNAME_INVALID: 'The certificate is for another host name.',
};

function failureOf(error: unknown): string {
  if (error instanceof AddressRefused) return 'This is not a public https address.';
  const { name, code = '' } = error as Error & { code?: string };
  if (name === 'TimeoutError' || name === 'AbortError') return `No answer came within ${ANSWER_MS / 1_000} seconds.`;
  return BROKEN[code] ?? 'The connection broke.';
}

function refusalOf(status: number): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  if (status >= 300 && status < 400) return `It answered ${status}; redirects are not followed.`;
  return `It answered ${status}.`;
}

async function beginning(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    parts.push(part);
    size += part.length;
    if (size >= MOST_BYTES) break;
  }
  return Buffer.concat(parts).subarray(0, MOST_BYTES).toString('utf8');
}

/**
 * Posts JSON to an address that a user typed: public https (or a host that the stage lists), no redirects, and an end to
 * waiting. Whatever goes wrong outside comes back as a sentence; it throws for no reason of the other side's.
 */
export async function postOutside(url: string, headers: Record<string, string>, body: string): Promise<Posted> {
  try {
    const signal = AbortSignal.timeout(ANSWER_MS);
    const length = String(Buffer.byteLength(body));
    const all = { ...headers, 'content-type': 'application/json', 'content-length': length };
    const response = await guardedFetch(listedHosts())(url, { method: 'POST', headers: all, body, signal });
    const { status } = response;
    const failure = refusalOf(status);
    return { status, text: await beginning(response), ...(failure ? { failure } : {}) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}
