import { randomUUID } from 'node:crypto';
import { sha256Hex, signatureOf } from '../local/aws/canonical-request.ts';

export interface AwsKeys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** CloudFront is a service without regions; its requests are signed for this one (AWS General Reference, CloudFront). */
const REGION = 'us-east-1';
const HOST = 'cloudfront.amazonaws.com';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Body of CreateInvalidation (Amazon CloudFront API Reference 2020-05-31). */
export function invalidationBody(paths: readonly string[], reference: string): string {
  const items = paths.map((path) => `<Path>${escaped(path)}</Path>`).join('');
  return (
    '<?xml version="1.0" encoding="UTF-8"?><InvalidationBatch xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/">' +
    `<CallerReference>${escaped(reference)}</CallerReference>` +
    `<Paths><Quantity>${paths.length}</Quantity><Items>${items}</Items></Paths></InvalidationBatch>`
  );
}

/** The signed request that makes CloudFront forget these paths. */
export function invalidationRequest(distributionId: string, body: string, keys: AwsKeys, now: Date): Request {
  const url = `/2020-05-31/distribution/${distributionId}/invalidation`;
  const timestamp = `${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  const payload = sha256Hex(body);
  const headers: Record<string, string> = {
    'content-type': 'application/xml',
    host: HOST,
    'x-amz-content-sha256': payload,
    'x-amz-date': timestamp,
    ...(keys.sessionToken ? { 'x-amz-security-token': keys.sessionToken } : {}),
  };
  const scope = { date: timestamp.slice(0, 8), region: REGION, service: 'cloudfront' };
  const signedHeaders = Object.keys(headers).join(';');
  const signature = signatureOf(
    { method: 'POST', url, headers },
    { scope, signedHeaders, timestamp, payload },
    keys.secretAccessKey,
  );
  const credential = `${keys.accessKeyId}/${scope.date}/${REGION}/cloudfront/aws4_request`;
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential}, SignedHeaders=${signedHeaders}, Signature=${signature}`;
  const { host: _, ...sent } = headers;
  return new Request(`https://${HOST}${url}`, { method: 'POST', headers: { ...sent, authorization }, body });
}

/** Makes CloudFront forget these paths. @throws with CloudFront's own words when it refuses */
export async function invalidate(distributionId: string, paths: readonly string[], keys: AwsKeys): Promise<void> {
  const body = invalidationBody(paths, randomUUID());
  const response = await fetch(invalidationRequest(distributionId, body, keys, new Date()));
  if (!response.ok) {
    const said = (await response.text()).slice(0, 500);
    throw new Error(
      `CloudFront did not take the invalidation (${response.status}): ${said}. Invalidate ${paths.join(' ')} by hand.`,
    );
  }
}
