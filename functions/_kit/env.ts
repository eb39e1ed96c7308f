import { AsyncLocalStorage } from 'node:async_hooks';

/** Every variable that a function may read. The template sets them; nothing else in `functions` reads the process. */
export interface FunctionEnv {
  STAGE: string;
  ORIGIN: string;
  APP_TABLE: string;
  VAULT_TABLE: string;
  BUS_NAME: string;
  FILES_BUCKET: string;
  APP_READ_ROLE: string;
  APP_WRITE_ROLE: string;
  CREDENTIALS_ROLE: string;
  IDENTITY_ROLE: string;
  KEY_ID: string;
  MAIL_FROM: string;
  COOKIE_NAME: string;
  COOKIE_SECURE: string;
  /** Only where CloudFront stands before the API: the secret it adds to every call. */
  ORIGIN_VERIFY: string;
  /** Hosts that connectors and webhooks may call beside public https ones, comma-separated; the local stage lists its own. */
  LISTED_HOSTS: string;
  AWS_REGION: string;
  AWS_ENDPOINT_URL: string;
  AWS_ACCESS_KEY_ID: string;
  AWS_SECRET_ACCESS_KEY: string;
  AWS_SESSION_TOKEN: string;
  AWS_LAMBDA_FUNCTION_NAME: string;
}

type Name = keyof FunctionEnv | `MACHINE_${string}`;
type Variables = Readonly<Record<string, string | undefined>>;

const inProcess = new AsyncLocalStorage<Variables>();

/** A variable of this function. Missing means the template does not grant it: say which one and stop. */
export function env(name: Name): string {
  const value = optionalEnv(name);
  if (value === undefined || value === '') throw new Error(`The template of this function sets no ${name}.`);
  return value;
}

/** A variable that may be absent. */
export function optionalEnv(name: Name): string | undefined {
  return (inProcess.getStore() ?? process.env)[name];
}

/**
 * Runs `work` as if inside a deployed function that has these variables: the seed and in-process tests call services
 * this way, under the very role that the template gives that function.
 */
export function runAs<T>(variables: Variables, work: () => T): T {
  return inProcess.run(variables, work);
}
