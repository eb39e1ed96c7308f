import type { AccessRequest, Principal } from '../aws/iam.ts';

/** What a watch has seen so far. */
export interface KeysSeen {
  requests: number;
  keys: number;
  /** One sentence for each request that named a key of another MSP than its session is for, or keys of two MSPs. */
  foreign: string[];
}

/** Whose a leading key (`t#<id>#...`), a file (`t/<id>/...`) or a pattern of them is. */
const OWNER = /(?:^|[/"])t[#/]([0-9a-z]{26})(?=[#/"]|$)/g;
const ofMsp = (text: string): string[] => [...text.matchAll(OWNER)].map(([, mspId = '']) => mspId);

/**
 * Watches whose keys requests name, beside IAM and whatever IAM says to them: a request that was refused has been made all
 * the same. It looks at leading keys of tables and indexes, paths of files and contexts of encryption.
 */
export class KeyWatch {
  readonly seen: KeysSeen = { requests: 0, keys: 0, foreign: [] };
  readonly #sessions = new WeakMap<Principal, ReadonlySet<string>>();

  /** Notes a request with the rights that it needs. */
  note(caller: Principal, needs: readonly AccessRequest[]): void {
    const keys = needs.flatMap(keysIn);
    if (keys.length === 0) return;
    this.seen.requests += 1;
    this.seen.keys += keys.length;
    const owners = new Set(keys.flatMap(ofMsp));
    const own = this.#ofSession(caller);
    const foreign = [...owners].filter((mspId) => own.size > 0 && !own.has(mspId));
    if (owners.size < 2 && foreign.length === 0) return;
    const actions = [...new Set(needs.map(({ action }) => action))].join(', ');
    this.seen.foreign.push(`${actions} by ${caller.arn} names keys of ${[...owners].join(' and ')}.`);
  }

  /** The MSPs that a session's policy speaks of; none for a function's own role. */
  #ofSession(caller: Principal): ReadonlySet<string> {
    const known = this.#sessions.get(caller);
    if (known) return known;
    const own = new Set(caller.session ? ofMsp(JSON.stringify(caller.session)) : []);
    this.#sessions.set(caller, own);
    return own;
  }
}

function keysIn({ action, resource, context }: AccessRequest): string[] {
  if (action.startsWith('dynamodb:')) return [context['dynamodb:LeadingKeys'] ?? []].flat();
  if (action.startsWith('s3:')) return [resource.replace(/^arn:aws:s3:::[^/]+\//, ''), ...prefixOf(context)];
  const sealedFor = context['kms:EncryptionContext:mspId'];
  return typeof sealedFor === 'string' ? [`t#${sealedFor}`] : [];
}

const prefixOf = (context: AccessRequest['context']) => [context['s3:prefix'] ?? []].flat();
