import { VendorRefused } from './connector.ts';

/**
 * A link of the vendor, provided that it stays with the vendor we speak to: it will carry the token.
 *
 * @throws VendorRefused `unexpected` for a link to another address
 */
export function ownLink(link: string, apiUrl: string, vendor: string): string {
  if (!URL.canParse(link) || new URL(link).origin !== new URL(apiUrl).origin) {
    const said = 'a link to another address';
    throw new VendorRefused('unexpected', `${vendor} gave ${said}.`, { said });
  }
  return link;
}
