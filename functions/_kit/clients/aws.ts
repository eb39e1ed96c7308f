import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { STSClient } from '@aws-sdk/client-sts';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { env, optionalEnv } from '../env.ts';

/** How often the SDK makes a call that was throttled or got no answer. */
export const MOST_ATTEMPTS = 4;

export interface Keys {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string;
}

/**
 * The connections of this environment, for all its clients: there is a client for each wall, whose keys go with every request
 * and not with the connection. One of its own would cost each MSP's first call here another TLS handshake.
 */
const connections = new NodeHttpHandler();

/** Region, endpoint, connections and the function's own credentials, as the runtime gave them. */
export function awsConfig(keys: Keys = ownKeys()) {
  const endpoint = optionalEnv('AWS_ENDPOINT_URL');
  return {
    region: env('AWS_REGION'),
    credentials: keys,
    maxAttempts: MOST_ATTEMPTS,
    requestHandler: connections,
    ...(endpoint ? { endpoint } : {}),
  };
}

function ownKeys(): Keys {
  return {
    accessKeyId: env('AWS_ACCESS_KEY_ID'),
    secretAccessKey: env('AWS_SECRET_ACCESS_KEY'),
    sessionToken: env('AWS_SESSION_TOKEN'),
  };
}

/**
 * One client for each set of keys. Lambda hands a new environment new keys, so the map holds one entry there; in-process
 * callers (seed, tests) switch between functions' roles.
 */
export function perKeys<Client>(make: (config: ReturnType<typeof awsConfig>) => Client): () => Client {
  const clients = new Map<string, Client>();
  return () => {
    const key = env('AWS_ACCESS_KEY_ID');
    const known = clients.get(key);
    if (known) return known;
    const client = make(awsConfig());
    clients.set(key, client);
    return client;
  };
}

/** STS under the function's own role: it may assume the data roles that its FeatureSpec names. */
export const sts = perKeys((config) => new STSClient(config));

/** DynamoDB under the function's own role: `vault` sessions for API functions, nothing of `app`. */
export const ownDynamo = perKeys((config) => documentClient(config));

/** Document client that leaves undefined fields out and keeps sets of numbers exact. */
export function documentClient(config: ReturnType<typeof awsConfig>): DynamoDBDocumentClient {
  return DynamoDBDocumentClient.from(new DynamoDBClient(config), { marshallOptions: { removeUndefinedValues: true } });
}
