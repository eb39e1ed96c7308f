import { z } from 'zod';
import type { TroubleCode } from '../../../../shared/integrations/trouble.ts';
import { VendorRefused } from '../connector.ts';
import { askForToken, Granted, type TokenSource, tokenSource } from '../token-source.ts';
import type { GraphSettings } from './settings.ts';

const Refused = z.object({ error: z.string().optional(), error_codes: z.array(z.number()).optional() });

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

async function request(settings: GraphSettings): Promise<Granted> {
  const url = `${settings.loginUrl}/${encodeURIComponent(settings.tenant)}/oauth2/v2.0/token`;
  const { status, body } = await askForToken(settings, url, {
    client_id: settings.clientId,
    client_secret: settings.secret,
    scope: `${CLOUDS.includes(settings.apiUrl) ? settings.apiUrl : CLOUDS[0]}/.default`,
    grant_type: 'client_credentials',
  });
  if (status !== 200) throw refusalOf(body, status);
  return Granted.parse(body);
}

/** Tokens of one tenant. Source: Microsoft identity platform, "OAuth 2.0 client credentials flow". */
export function graphTokens(settings: GraphSettings): TokenSource {
  return tokenSource(() => request(settings));
}
