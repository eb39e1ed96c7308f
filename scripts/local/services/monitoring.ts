import type { AccessRequest } from '../aws/iam.ts';
import { type AwsCall, type AwsService, ServiceError, targetOf } from '../gateway/aws-call.ts';
import type { HttpReply, HttpRequest } from '../gateway/http.ts';

/** CloudWatch PutMetricData: accepted and dropped. Functions write their metrics as log lines instead. */
export class Monitoring implements AwsService {
  operationOf(request: HttpRequest): string {
    const form = new URLSearchParams(request.body.toString('latin1')).get('Action');
    return request.path.split('/operation/')[1] ?? (targetOf(request) || (form ?? ''));
  }

  access({ operation }: AwsCall): AccessRequest[] {
    if (operation !== 'PutMetricData')
      throw new ServiceError('InvalidAction', `The local cloud does not answer cloudwatch:${operation}.`);
    return [{ action: 'cloudwatch:PutMetricData', resource: '*', context: {} }];
  }

  async handle({ request }: AwsCall): Promise<HttpReply> {
    const protocol = String(request.headers['smithy-protocol'] ?? '');
    if (protocol)
      return {
        status: 200,
        headers: { 'content-type': 'application/cbor', 'smithy-protocol': protocol },
        body: Buffer.from([0xa0]),
      };
    return {
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: '<PutMetricDataResponse xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"/>',
    };
  }
}
