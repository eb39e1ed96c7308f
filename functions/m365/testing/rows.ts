import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { env } from '../../_kit/env.ts';
import { walled } from '../../_kit/walled.ts';
import { asPull } from '../../integrations/testing/stray-run.ts';

/** Every row in a company's partition as it stands in the table, in order. */
export function rowsOfCompany(mspId: string, companyId: string): Promise<Record<string, unknown>[]> {
  return asPull(mspId, async (scope) => {
    const { dynamo } = await walled(scope);
    const rows: Record<string, unknown>[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const output = await dynamo.send(
        new QueryCommand({
          TableName: env('APP_TABLE'),
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `t#${mspId}#c#${companyId}` },
          ConsistentRead: true,
          ExclusiveStartKey: start,
        }),
      );
      rows.push(...(output.Items ?? []));
      start = output.LastEvaluatedKey;
    } while (start);
    return rows;
  });
}

/** The rows among them that a sync of Microsoft 365 writes itself: the tenant's, our decisions, the summary. */
export async function rowsOfTenant(mspId: string, companyId: string): Promise<Record<string, unknown>[]> {
  const rows = await rowsOfCompany(mspId, companyId);
  return rows.filter(({ sk }) => /^(m[a-z]#|mb$|mp$|mn$|sum#m365$)/.test(String(sk)));
}
