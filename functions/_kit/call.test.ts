import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { expect, it } from 'vitest';
import { identityApi } from '../../shared/identity/identity.api.ts';
import { callScope } from './call.ts';
import { runAs } from './env.ts';

const SECRET = 'only-cloudfront-knows';
const NETWORK = '203.0.113.5';

/** The address that locks and audit rows name for a call. */
function addressIn(variables: Record<string, string>, headers: Record<string, string>): string | undefined {
  const event = { headers, requestContext: { http: { method: 'POST', sourceIp: NETWORK } } };
  const call = {
    event: event as unknown as APIGatewayProxyEventV2,
    requestId: 'r',
    now: () => new Date(),
    cookies: [],
  };
  return runAs(variables, () => callScope(call, identityApi.signIn, 'signIn', {})).ip;
}

const behind = { ORIGIN_VERIFY: SECRET };
const through = { 'x-origin-verify': SECRET };

it.each(['198.51.100.7', '2001:db8::7'])('a call through CloudFront comes from the address that it names: %s', (ip) => {
  expect(addressIn(behind, { ...through, 'x-viewer-address': ip })).toBe(ip);
});

it.each<[string, Record<string, string>, Record<string, string>]>([
  ['where nothing proves the way of a call', {}, { ...through, 'x-viewer-address': '198.51.100.7' }],
  ['of a call with another secret', behind, { 'x-origin-verify': 'guess', 'x-viewer-address': '198.51.100.7' }],
  ['of a call past CloudFront', behind, { 'x-viewer-address': '198.51.100.7' }],
  ['that is no address', behind, { ...through, 'x-viewer-address': '198.51.100.7, 10.0.0.1' }],
  ['that is missing', behind, through],
])('a named address %s does not count', (_, variables, headers) => {
  expect(addressIn(variables, headers)).toBe(NETWORK);
});
