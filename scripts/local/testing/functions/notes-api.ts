import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { walled } from './wall.ts';

const MSP = 'northlight';
const TableName = process.env.APP_TABLE;

/** A note and the row that announces it, in one transaction. */
async function create(id: string, text: string) {
  const table = await walled(process.env, MSP);
  const ConditionExpression = 'attribute_not_exists(pk)';
  await table.send(
    new TransactWriteCommand({
      TransactItems: [
        { Put: { TableName, Item: { pk: `t#${MSP}#notes`, sk: id, text }, ConditionExpression } },
        { Put: { TableName, Item: { pk: `t#${MSP}#ob#0`, sk: id, noteId: id, text }, ConditionExpression } },
      ],
    }),
  );
  return { statusCode: 201, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ id }) };
}

async function read(id: string) {
  const table = await walled(process.env, MSP);
  const { Item } = await table.send(new GetCommand({ TableName, Key: { pk: `t#${MSP}#notes`, sk: id } }));
  return Item ?? { statusCode: 404, body: 'no such note' };
}

export async function handler(event: APIGatewayProxyEventV2, context: Context) {
  switch (event.routeKey) {
    case 'POST /api/notes':
      return create(...(Object.values(JSON.parse(event.body ?? '{}')) as [string, string]));
    case 'ANY /api/notes/{noteId}':
      return read(event.pathParameters?.noteId ?? '');
    case 'ANY /api/echo/{proxy+}':
      return {
        event,
        now: new Date(),
        remaining: context.getRemainingTimeInMillis(),
        functionName: context.functionName,
      };
    default:
      return {
        statusCode: 418,
        cookies: ['a=1; Path=/', 'b=2'],
        headers: { 'Content-Type': 'image/png' },
        body: Buffer.from([1, 2, 3]).toString('base64'),
        isBase64Encoded: true,
      };
  }
}
