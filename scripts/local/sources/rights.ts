import { decide, type Principal } from '../aws/iam.ts';
import type { Mapping } from './mapping.ts';

const NEEDED: Record<string, string[]> = {
  sqs: ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  dynamodb: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
};

/** AWS refuses to create a mapping whose function may not read the source; so does the local cloud. @throws */
export function demandRights(mappings: Mapping[], principalOf: (roleArn: string, session: string) => Principal): void {
  for (const { sourceArn, fn } of mappings)
    for (const action of NEEDED[sourceArn.split(':')[2] ?? ''] ?? []) {
      const decision = decide(principalOf(fn.roleArn, fn.name), { action, resource: sourceArn, context: {} });
      if (!decision.allowed) throw new Error(`${fn.name} cannot be fed from ${sourceArn}: ${decision.message}`);
    }
}
