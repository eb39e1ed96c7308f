import { type LookupAddress, lookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import { invalid } from '../../../shared/kernel/error.ts';
import { optionalEnv } from '../env.ts';

/** An address that must not be called, whoever typed it. */
export class AddressRefused extends Error {
  override name = 'AddressRefused';

  constructor(host: string) {
    super(`${host} is not a public https address.`);
  }
}

/**
 * Networks that nobody lives in whom we call: no secret and no fact must ever be sent there, whoever typed the address.
 * Sources: IANA IPv4 and IPv6 Special-Purpose Address Registries.
 */
const PRIVATE = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4');
/** Everything but global unicast (2000::/3) is refused by `isPublic`; these lie inside it. */
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6');
const GLOBAL_UNICAST = new BlockList();
GLOBAL_UNICAST.addSubnet('2000::', 3, 'ipv6');

/** True for addresses of the public internet. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !PRIVATE.check(address, 'ipv4');
  return family === 6 && GLOBAL_UNICAST.check(address, 'ipv6') && !PRIVATE.check(address, 'ipv6');
}

/** Resolves a name and lets the socket connect to what was checked, so that a second answer cannot slip in between. */
const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return done(error, '');
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => !isPublic(address))) return done(new AddressRefused(hostname), '');
    if (options.all) return done(null, addresses);
    return done(null, first.address, first.family);
  });
};

/** Hosts that the stage lets us call beside public https ones. */
export function listedHosts(): string[] {
  return (optionalEnv('LISTED_HOSTS') ?? '')
    .split(',')
    .map((host) => host.trim())
    .filter((host) => host !== '');
}

/** Throws unless the address may be called: https to a public host, or a host that the stage lists. */
export function checkAddress(url: URL, listedHosts: readonly string[]): void {
  if (listedHosts.includes(url.hostname)) return;
  const literal = url.hostname.replace(/^\[(.*)\]$/, '$1');
  if (url.protocol !== 'https:' || url.username !== '' || (isIP(literal) !== 0 && !isPublic(literal))) {
    throw new AddressRefused(url.hostname);
  }
}

/** Judges an address that somebody has just typed: a wrong one is a mistake in its field. Where it leads is judged at every call. */
export function checkTyped(url: string, path: string, code: string): void {
  try {
    checkAddress(new URL(url), listedHosts());
  } catch (error) {
    if (!(error instanceof AddressRefused)) throw error;
    throw invalid(path, 'Enter a public address that begins with https://.', code);
  }
}

export interface GuardedRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

export type GuardedFetch = (url: string, request: GuardedRequest) => Promise<Response>;

function responseOf(message: IncomingMessage): Response {
  const headers = new Headers();
  for (let i = 0; i + 1 < message.rawHeaders.length; i += 2) {
    headers.append(message.rawHeaders[i] ?? '', message.rawHeaders[i + 1] ?? '');
  }
  const status = message.statusCode ?? 502;
  const empty = status === 204 || status === 304;
  if (empty) message.resume();
  return new Response(empty ? null : (Readable.toWeb(message) as ReadableStream), { status, headers });
}

/**
 * `fetch` for addresses that a user typed: https and public hosts only (or hosts that the stage lists), the address
 * checked is the address connected to, and redirects are not followed.
 */
export function guardedFetch(listedHosts: readonly string[]): GuardedFetch {
  return async (address, { method = 'GET', headers = {}, body, signal }) => {
    const url = new URL(address);
    checkAddress(url, listedHosts);
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const listed = listedHosts.includes(url.hostname);
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      const call = send(url, { method, headers, signal, ...(listed ? {} : { lookup: publicLookup }) }, resolve);
      call.once('error', reject);
      call.end(body);
    });
    return responseOf(message);
  };
}
