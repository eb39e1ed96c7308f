import { describe, expect, it } from 'vitest';
import type { AwsCall } from '../gateway/aws-call.ts';
import type { HttpRequest } from '../gateway/http.ts';
import { Monitoring } from './monitoring.ts';

const monitoring = new Monitoring();
const request = (extra: Partial<HttpRequest>) =>
  ({ path: '/', headers: {}, body: Buffer.alloc(0), ...extra }) as HttpRequest;
const call = (operation: string, extra: Partial<HttpRequest> = {}) =>
  ({ operation, request: request(extra) }) as AwsCall;

describe('metrics', () => {
  it('are taken in each protocol clients speak', async () => {
    const cbor = {
      path: '/service/GraniteServiceVersion20100801/operation/PutMetricData',
      headers: { 'smithy-protocol': 'rpc-v2-cbor' },
    };
    const form = { body: Buffer.from('Action=PutMetricData&Namespace=x') };
    const target = { headers: { 'x-amz-target': 'GraniteServiceVersion20100801.PutMetricData' } };
    expect([cbor, form, target].map((one) => monitoring.operationOf(request(one)))).toEqual(
      Array(3).fill('PutMetricData'),
    );
    expect((await monitoring.handle(call('PutMetricData', cbor))).headers['content-type']).toBe('application/cbor');
    expect((await monitoring.handle(call('PutMetricData', form))).body).toContain('PutMetricDataResponse');
  });

  it('need a right, and nothing else of CloudWatch is answered', () => {
    expect(monitoring.access(call('PutMetricData'))).toEqual([
      { action: 'cloudwatch:PutMetricData', resource: '*', context: {} },
    ]);
    expect(() => monitoring.access(call('GetMetricData'))).toThrow('does not answer cloudwatch:GetMetricData');
  });
});
