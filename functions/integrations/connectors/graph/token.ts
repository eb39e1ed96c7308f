import { z } from 'zod';
import type { TroubleCode } from '../../../../shared/integrations/trouble.ts';
import { VendorBusy, VendorRefused } from '../connector.ts';
import { ATTEMPT_MS, type GraphSettings } from './settings.ts';

const Granted = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const Refused = z.object({ error: z.string().optional(), error_codes: z.array(z.number()).optional() });

/** A token is renewed this long before it ends, so that it does not end on the way. */
const EARLY_MS = 60_000;

/** Entra's error codes by what a person has to do. Source: Microsoft Entra, "Authentication and authorization error codes". */
const CODES: Record<number, TroubleCode> = {
  7000215: 'secret-refused',
  7000222: 'secret-refused',
  7000218: 'secret-refused',
  700016: 'app-unknown',
  90002: 'tenant-unknown',
  90013: 'tenant-unknown',
  900023: 'tenant-unknown',
  7000229: 'consent-missing',
  65001: 'consent-missing',
  650052: 'consent-missing',
  700082: 'consent-missing',
};

function refusalOf(body: unknown, status: number): VendorRefused {
  const { error, error_codes: codes = [] } = Refused.safeParse(body).data ?? {};
  const [code] = codes;
  const known = codes.map((one) => CODES[one]).find((trouble) => trouble !== undefined);
  const trouble = known ?? (error === 'invalid_client' ? 'secret-refused' : 'unexpected');
  const vendorCode = code === undefined ? error : `AADSTS${code}`;
  return new VendorRefused(trouble, `The token endpoint answered ${status} ${vendorCode ?? ''}`.trim(), {
    said: vendorCode ?? `status ${status}`,
    vendorCode,
  });
}

/** The clouds of Microsoft Graph; a token is asked for the cloud that is called. Source: Microsoft Graph, "National clouds". */
const CLOUDS = [
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  'https://microsoftgraph.chinacloudapi.cn',
];

async function request(settings: GraphSettings): Promise<z.infer<typeof Granted>> {
  const form = new URLSearchParams({
    client_id: settings.clientId,
    client_secret: settings.secret,
    scope: `${CLOUDS.includes(settings.apiUrl) ? settings.apiUrl : CLOUDS[0]}/.default`,
    grant_type: 'client_credentials',
  });
  const url = `${settings.loginUrl}/${encodeURIComponent(settings.tenant)}/oauth2/v2.0/token`;
  const response = await settings.fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: form.toString(),
    signal: AbortSignal.timeout(settings.timeoutMs ?? ATTEMPT_MS),
  });
  if (response.status === 429 || response.status >= 500) {
    await response.body?.cancel();
    throw new VendorBusy(
      `The token endpoint answered ${response.status}.`,
      response.status === 429,
      response.headers.get('retry-after'),
    );
  }
  const body: unknown = JSON.parse((await response.text()) || 'null');
  if (response.status !== 200) throw refusalOf(body, response.status);
  return Granted.parse(body);
}

export interface TokenSource {
  /** A token that is good for at least a minute. */
  get(): Promise<string>;
  /** Gives up a token that was refused, so that the next `get` asks for a new one. */
  drop(token: string): void;
}

/**
 * Tokens of one tenant by `client_credentials`, kept in memory. However many calls find the token ended, it is renewed
 * once, and all of them wait for that one. Source: Microsoft identity platform, "OAuth 2.0 client credentials flow".
 */
export function tokenSource(settings: GraphSettings, now: () => number = Date.now): TokenSource {
  let current: { token: string; until: number } | undefined;
  let renewal: Promise<string> | undefined;
  const renew = async () => {
    const { access_token: token, expires_in: seconds } = await request(settings);
    current = { token, until: now() + seconds * 1000 - EARLY_MS };
    return token;
  };
  return {
    async get() {
      if (current && now() < current.until) return current.token;
      renewal ??= renew().finally(() => {
        renewal = undefined;
      });
      return renewal;
    },
    drop(token) {
      if (current?.token === token) current = undefined;
    },
  };
}
