import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** Where a function runs: `process.env` in a worker, `cloud.environmentOf` in a test. */
export type Environment = Record<string, string | undefined>;

/** What a session may do with one MSP's rows: read them, and write them in transactions. */
export function sessionPolicy(mspId: string, table: string): string {
  const account = 'arn:aws:dynamodb:us-east-1:000000000000';
  const walled = {
    'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`t#${mspId}#*`] },
    Null: { 'dynamodb:LeadingKeys': 'false' },
  };
  const Resource = [`${account}:table/${table}`, `${account}:table/${table}/index/*`];
  return JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      { Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:Query'], Resource, Condition: walled },
      {
        Effect: 'Allow',
        Action: ['dynamodb:PutItem', 'dynamodb:UpdateItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
        Resource,
        Condition: {
          ...walled,
          'ForAnyValue:StringEquals': { 'dynamodb:EnclosingOperation': ['TransactWriteItems'] },
        },
      },
    ],
  });
}

/** A document client behind the wall of one MSP, under the role `app-write`. */
export async function walled(environment: Environment, mspId: string): Promise<DynamoDBDocumentClient> {
  const sts = new STSClient(clientOptions(environment));
  const { Credentials } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: environment.APP_WRITE_ROLE,
      RoleSessionName: mspId,
      Policy: sessionPolicy(mspId, environment.APP_TABLE ?? ''),
      DurationSeconds: 900,
    }),
  );
  if (!Credentials?.AccessKeyId || !Credentials.SecretAccessKey) throw new Error('AssumeRole gave no credentials.');
  const client = new DynamoDBClient({
    ...clientOptions(environment),
    credentials: {
      accessKeyId: Credentials.AccessKeyId,
      secretAccessKey: Credentials.SecretAccessKey,
      sessionToken: Credentials.SessionToken,
    },
  });
  return DynamoDBDocumentClient.from(client);
}

/** What SDK clients read from `process.env` by themselves, given by hand for use in a test's own process. */
export function clientOptions(environment: Environment) {
  return {
    region: environment.AWS_REGION,
    endpoint: environment.AWS_ENDPOINT_URL,
    credentials: {
      accessKeyId: environment.AWS_ACCESS_KEY_ID ?? '',
      secretAccessKey: environment.AWS_SECRET_ACCESS_KEY ?? '',
      sessionToken: environment.AWS_SESSION_TOKEN,
    },
  };
}
