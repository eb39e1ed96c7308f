/**
 * What differs between deployments, as data. Everything else is the same in all of them: code in `functions/` never asks
 * which stage it runs in, it reads what the stage's template put into its environment.
 */
export type StageName = 'local' | 'dev' | 'production';

export interface Stage {
  name: StageName;
  account: string;
  region: string;
  /** The one origin of console, portal and API; links in mails are built from it, never from a request header. */
  origin: string;
  /** `__Host-` demands https, so plain http on one machine uses the bare name. */
  cookieName: '__Host-sid' | 'sid';
  cookieSecure: boolean;
  /** Content-Security-Policy of every page. */
  csp: string;
  /** Hosts that connectors and webhooks may call although they are not public https addresses. */
  listedHosts: readonly string[];
  mailFrom: string;
  /** Certificate of `origin`'s host in us-east-1; without one CloudFront serves its own host name. */
  certificateArn?: string;
  /** Web ACL in front of CloudFront. */
  waf: boolean;
  /** The API refuses calls that did not come through CloudFront, and takes the caller's address from it. */
  originVerify: boolean;
  /** Where alarms are mailed; alarms exist without it, and then only show in the console. */
  alarmMail?: string;
  retention: { logDays: number; accessLogDays: number; oldFileVersionDays: number };
  /** Requests per second and burst that the API accepts over all callers. */
  throttle: { rate: number; burst: number };
  /** Whether the clock starts scheduled jobs. */
  schedules: boolean;
}

const REGION = 'us-east-1';

/** Where presigned uploads and downloads go; the local gateway serves files from the page's own origin. */
export function filesBucketName(stage: StageName, account: string): string {
  return `fairlead-${stage}-files-${account}`;
}

function fileOrigin(stage: StageName, account: string): string {
  return `https://${filesBucketName(stage, account)}.s3.${REGION}.amazonaws.com`;
}

function contentSecurityPolicy(files: string): string {
  const from = (...sources: string[]) => sources.filter(Boolean).join(' ');
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src ${from("'self'", 'data:', 'blob:', files)}`,
    "font-src 'self'",
    `connect-src ${from("'self'", files)}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Replace account, origin and mail address of `dev` and `production` by yours before the first deploy. */
const DEV_ACCOUNT = '111111111111';
const PRODUCTION_ACCOUNT = '222222222222';

export const STAGES: Readonly<Record<StageName, Stage>> = {
  local: {
    name: 'local',
    account: '000000000000',
    region: REGION,
    origin: 'http://127.0.0.1:4600',
    cookieName: 'sid',
    cookieSecure: false,
    csp: contentSecurityPolicy(''),
    listedHosts: ['127.0.0.1'],
    mailFrom: 'no-reply@fairlead.example',
    waf: false,
    originVerify: false,
    retention: { logDays: 7, accessLogDays: 7, oldFileVersionDays: 7 },
    throttle: { rate: 500, burst: 1_000 },
    schedules: true,
  },
  dev: {
    name: 'dev',
    account: DEV_ACCOUNT,
    region: REGION,
    origin: 'https://dev.fairlead.example',
    cookieName: '__Host-sid',
    cookieSecure: true,
    csp: contentSecurityPolicy(fileOrigin('dev', DEV_ACCOUNT)),
    listedHosts: [],
    mailFrom: 'no-reply@dev.fairlead.example',
    waf: false,
    originVerify: false,
    retention: { logDays: 14, accessLogDays: 30, oldFileVersionDays: 30 },
    throttle: { rate: 100, burst: 200 },
    schedules: true,
  },
  production: {
    name: 'production',
    account: PRODUCTION_ACCOUNT,
    region: REGION,
    origin: 'https://app.fairlead.example',
    cookieName: '__Host-sid',
    cookieSecure: true,
    csp: `${contentSecurityPolicy(fileOrigin('production', PRODUCTION_ACCOUNT))}; upgrade-insecure-requests`,
    listedHosts: [],
    mailFrom: 'no-reply@fairlead.example',
    certificateArn: `arn:aws:acm:us-east-1:${PRODUCTION_ACCOUNT}:certificate/00000000-0000-4000-8000-000000000000`,
    waf: true,
    originVerify: true,
    alarmMail: 'operations@fairlead.example',
    retention: { logDays: 90, accessLogDays: 400, oldFileVersionDays: 90 },
    throttle: { rate: 1_000, burst: 2_000 },
    schedules: true,
  },
};

/** The stage of a name given on a command line. Throws with the names there are. */
export function stageNamed(name: string): Stage {
  const stage = Object.values(STAGES).find((candidate) => candidate.name === name);
  if (!stage) throw new Error(`There is no stage "${name}". Stages: ${Object.keys(STAGES).join(', ')}.`);
  return stage;
}
