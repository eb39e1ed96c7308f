import { z } from 'zod';
import { VendorBusy, VendorRefused } from '../connector.ts';
import { placeOf } from './regions.ts';
import type { NinjaSettings } from './settings.ts';

/** The vendor's error bodies: `error` where authentication failed, `resultCode` elsewhere. */
const Refused = z.object({
  error: z.string().optional(),
  resultCode: z.string().optional(),
  errorMessage: z.string().optional(),
});

/** Codes for a right that the app or its scopes lack; they come with 401, 403 and 500. */
const NO_RIGHT = new Set(['insufficient_privileges', 'permission_denied', 'user_context_required', 'access_denied']);

/** The vendor's words for a person, short and without anything secret that it may have echoed. */
function spoken(text: string, { secret, clientId }: NinjaSettings): string {
  return text.replaceAll(secret, '…').replaceAll(clientId, '…').replace(/\s+/g, ' ').trim().slice(0, 120);
}

/** What a refused request for a token means. */
export function tokenFailure(status: number, body: unknown, settings: NinjaSettings): VendorRefused {
  const { error, resultCode } = Refused.safeParse(body).data ?? {};
  const vendorCode = spoken(error ?? resultCode ?? '', settings) || undefined;
  const message = `The token endpoint answered ${status} ${vendorCode ?? ''}`.trim();
  const refused = (code: VendorRefused['code'], said: string) => new VendorRefused(code, message, { said, vendorCode });
  if (status === 404) return refused('app-unknown', `unknown in ${placeOf(settings.apiUrl)}`);
  // Both are told for an app without the scope; the app is refused as a whole.
  if (error === 'invalid_scope' || error === 'access_denied') return refused('permission-missing', 'monitoring');
  if (error === 'invalid_client' || status === 401) return refused('secret-refused', vendorCode ?? `status ${status}`);
  return refused('unexpected', `${status} ${vendorCode ?? ''}`.trim());
}

/**
 * What a refused call of the API means.
 * @param ofOrganisation the path names an organisation, so that "not found" is about it
 */
export async function callFailure(
  response: Response,
  settings: NinjaSettings,
  ofOrganisation: boolean,
): Promise<VendorBusy | VendorRefused> {
  const { status, headers } = response;
  const { error, resultCode, errorMessage } = Refused.safeParse(parsed(await response.text())).data ?? {};
  const vendorCode = spoken(error ?? resultCode ?? '', settings) || undefined;
  const message = `NinjaOne answered ${status} ${vendorCode ?? ''}`.trim();
  if (status === 403 || NO_RIGHT.has(error ?? resultCode ?? '')) {
    return new VendorRefused('permission-missing', message, { said: 'monitoring', vendorCode });
  }
  if (status === 429 || status >= 500) return new VendorBusy(message, status === 429, headers.get('retry-after'));
  if (status === 404 && ofOrganisation) return new VendorRefused('tenant-unknown', message, { vendorCode });
  const said = spoken(`${status} ${errorMessage ?? vendorCode ?? ''}`, settings);
  return new VendorRefused('unexpected', message, { said, vendorCode });
}

/** An error page is no JSON; the status then says all there is. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
