import { AssumeRoleCommand } from '@aws-sdk/client-sts';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Actor } from '../../shared/kernel/actor.ts';
import { forgetOldest } from '../../shared/kernel/forget-oldest.ts';
import { awsConfig, documentClient, type Keys, sts } from './clients/aws.ts';
import { env } from './env.ts';
import type { Scope } from './scope.ts';
import { sessionPolicy, type Wall } from './wall.ts';

const SECONDS = 900;
const REFRESH_BEFORE_MS = 60_000;
const MOST = 500;

interface Walled {
  keys: Keys;
  dynamo: DynamoDBDocumentClient;
  expires: number;
}

/** By role and *full* policy, never by MSP alone: a client's request never meets a staff member's credentials. */
const cache = new Map<string, Promise<Walled>>();

/** The wall of an actor. */
export function wallOf(actor: Actor, access: Scope['access']): Wall {
  if (access === 'identity') return actor.mspId ? { kind: 'identity', mspId: actor.mspId } : { kind: 'identity' };
  if (actor.kind === 'client') {
    return { kind: 'client', mspId: actor.mspId, companyId: actor.companyId, userId: actor.userId };
  }
  if (access === 'rate') return { kind: 'rate', mspId: actor.mspId };
  return { kind: access === 'credentials' ? 'credentials' : 'msp', mspId: actor.mspId };
}

const ROLES = {
  read: 'APP_READ_ROLE',
  write: 'APP_WRITE_ROLE',
  rate: 'APP_WRITE_ROLE',
  credentials: 'CREDENTIALS_ROLE',
  identity: 'IDENTITY_ROLE',
} as const;

/** Who is behind a call, in AWS's own trail: a key is told from its maker. */
function nameOf(actor: Actor): string {
  return actor.kind === 'staff' && actor.key ? `key-${actor.key.keyId}` : `${actor.kind}-${actor.userId}`;
}

async function assume(role: string, policy: string, actor: Actor): Promise<Walled> {
  const { Credentials: granted } = await sts().send(
    new AssumeRoleCommand({
      RoleArn: role,
      RoleSessionName: nameOf(actor)
        .replaceAll(/[^\w+=,.@-]/g, '-')
        .slice(0, 64),
      Policy: policy,
      DurationSeconds: SECONDS,
    }),
  );
  if (!granted?.AccessKeyId || !granted.SecretAccessKey || !granted.SessionToken || !granted.Expiration) {
    throw new Error('STS answered without credentials.');
  }
  const keys = {
    accessKeyId: granted.AccessKeyId,
    secretAccessKey: granted.SecretAccessKey,
    sessionToken: granted.SessionToken,
  };
  return { keys, dynamo: documentClient(awsConfig(keys)), expires: granted.Expiration.getTime() };
}

/** Credentials and a table client behind the scope's wall, cached for at most 15 minutes. */
export async function walled(scope: Pick<Scope, 'actor' | 'access'>): Promise<Walled> {
  const role = env(ROLES[scope.access]);
  const policy = sessionPolicy(wallOf(scope.actor, scope.access), {
    appTable: env('APP_TABLE'),
    vaultTable: env('VAULT_TABLE'),
    bucket: env('FILES_BUCKET'),
  });
  const key = `${env('AWS_ACCESS_KEY_ID')}|${role}|${policy}`;
  const known = cache.get(key);
  if (known) {
    const entry = await known;
    if (entry.expires - Date.now() > REFRESH_BEFORE_MS) {
      cache.delete(key);
      cache.set(key, known);
      return entry;
    }
  }
  const fresh = assume(role, policy, scope.actor);
  cache.set(key, fresh);
  fresh.catch(() => cache.delete(key));
  forgetOldest(cache, MOST);
  return fresh;
}
