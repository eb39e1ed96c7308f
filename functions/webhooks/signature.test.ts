import { expect, it } from 'vitest';
import { newSigningSecret, signedHeaders } from './signature.ts';

const CALL = {
  id: 'msg_loFOjxBNrRLzqYUf',
  timestamp: 1_731_705_121,
  body: '{"event_type":"ping","data":{"success":true}}',
};
const SECRET = 'whsec_plJ3nmyCDGBKInavdOK15jsl';

it('signs as Standard Webhooks does: its own example', () => {
  expect(signedHeaders([SECRET], CALL)).toEqual({
    'webhook-id': CALL.id,
    'webhook-timestamp': '1731705121',
    'webhook-signature': 'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
  });
});

it('signs with each living secret, and otherwise when any part of the call is another', () => {
  const other = newSigningSecret();
  const both = signedHeaders([other, SECRET], CALL)['webhook-signature'] ?? '';
  expect(both.split(' ')).toHaveLength(2);
  expect(both).toContain(signedHeaders([SECRET], CALL)['webhook-signature']);
  const [one] = both.split(' ');
  for (const changed of [{ id: 'x' }, { timestamp: 1 }, { body: '{}' }])
    expect(signedHeaders([other], { ...CALL, ...changed })['webhook-signature']).not.toBe(one);
});

it('makes secrets of 256 bits that are never the same', () => {
  const secrets = Array.from({ length: 50 }, newSigningSecret);
  for (const secret of secrets) expect(Buffer.from(secret.slice('whsec_'.length), 'base64')).toHaveLength(32);
  expect(new Set(secrets).size).toBe(secrets.length);
});
