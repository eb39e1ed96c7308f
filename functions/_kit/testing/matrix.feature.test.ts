import { isContractProcedure } from '@orpc/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../scripts/build/prepare.ts';
import { findContracts } from '../../../scripts/docs/contracts.ts';
import type { OperationMeta } from '../../../shared/kernel/op.ts';
import {
  type Access,
  COMPANY_ROLES,
  companyGrants,
  isKeyScope,
  KEY_SCOPES,
  type KeyScope,
  STAFF_ROLES,
  staffGrants,
} from '../../../shared/kernel/permissions.ts';
import {
  ask,
  easyMsp,
  emailOf,
  endedKey,
  makeKey,
  newClientUser,
  newCompany,
  newStaff,
  type Owner,
  ok,
  PASSWORD,
} from '../../identity/testing/members.ts';
import { cookieOf, http } from './world.ts';

interface Cell {
  operation: string;
  method: string;
  path: string;
  access: Access;
}

/** What an actor may do; `session` tells how far its session is open. */
interface Actor {
  name: string;
  /** Its session, or its API key. */
  by: { cookie: string } | { key: string };
  session: 'none' | 'half' | 'full' | 'key';
  grants: readonly string[];
  /** Shows a proof that is refused before anybody looks at the operation: tried once for what each function asks of a caller. */
  refused?: boolean;
}

const NOBODY = '01j9zq4xk3r8m2n5t7v9w1y3za';
/** They end the very session that asks, so they are tried with a session of their own in identity's tests. */
const ENDS_ITSELF = new Set(['identity.signOut', 'identity.endOtherSessions', 'identity.switchMembership']);
const AT_ONCE = 8;
const REFUSED = { session: 'none' as const, grants: [], refused: true };

let cells: Cell[];
let actors: Actor[];
let owner: Owner;
let companyId: string;

async function allCells(): Promise<Cell[]> {
  const contracts = await findContracts(root);
  return contracts.flatMap(({ name, contract }) =>
    Object.entries(contract).map(([verb, operation]) => {
      if (!isContractProcedure(operation)) throw new Error(`${name}.${verb} is no operation.`);
      const { route, meta } = operation['~orpc'];
      return {
        operation: `${name}.${verb}`,
        method: route.method ?? '',
        path: route.path ?? '',
        access: (meta as OperationMeta).access,
      };
    }),
  );
}

async function halfSignedIn(): Promise<string> {
  const slug = emailOf('half').split('@')[0] ?? '';
  const body = { mspName: 'Half Open', slug, name: 'Hal Half', email: `${slug}@example.com`, password: PASSWORD };
  return cookieOf(await http('POST', '/api/msps', { body }));
}

async function revoked(): Promise<string> {
  const member = await newStaff(owner, 'admin');
  await http('POST', '/api/sign-out', { cookie: member.cookie, body: {} });
  return member.cookie;
}

/** Keys that hold every scope, none that matters, and no life any more. */
async function keys(): Promise<Actor[]> {
  const holding = async (scopes: readonly KeyScope[]) => {
    const { secret } = ok(await makeKey(owner, { scopes: [...scopes] }));
    return { by: { key: secret }, session: 'key' as const, grants: scopes };
  };
  const gone = ok(await makeKey(owner, { scopes: [...KEY_SCOPES] }));
  ok(await ask(owner, 'POST', `/api-keys/${gone.keyId}/revoke`, { v: gone.v }));
  return [
    { name: 'API key with the scope', ...(await holding(KEY_SCOPES)) },
    { name: 'API key without the scope', ...(await holding(['people:read'])) },
    { name: 'expired API key', by: { key: (await endedKey(owner)).secret }, ...REFUSED },
    { name: 'revoked API key', by: { key: gone.secret }, ...REFUSED },
    { name: 'unknown API key', by: { key: `flk_${'x'.repeat(43)}` }, ...REFUSED },
  ];
}

beforeAll(async () => {
  cells = await allCells();
  owner = await easyMsp();
  companyId = await newCompany(owner);
  const staff: Actor[] = [];
  for (const role of STAFF_ROLES) {
    const { cookie } = role === 'owner' ? owner : await newStaff(owner, role);
    staff.push({ name: `staff ${role}`, by: { cookie }, session: 'full', grants: staffGrants(role) });
  }
  const clients: Actor[] = [];
  for (const role of COMPANY_ROLES) {
    const { cookie } = await newClientUser(owner, companyId, role);
    clients.push({ name: `client ${role}`, by: { cookie }, session: 'full', grants: companyGrants(role) });
  }
  actors = [
    { name: 'anonymous', by: { cookie: '' }, session: 'none', grants: [] },
    { name: 'forged session', by: { cookie: `sid=${'x'.repeat(43)}` }, ...REFUSED },
    { name: 'revoked session', by: { cookie: await revoked() }, ...REFUSED },
    { name: 'half signed in', by: { cookie: await halfSignedIn() }, session: 'half', grants: [] },
    ...staff,
    ...clients,
    ...(await keys()),
  ];
}, 120_000);

type Verdict = 'let through' | 'not signed in' | 'forbidden';

/** The cell as declared by the contract, the roles and the scopes of keys. */
function declared({ access, method }: Cell, { by, session, grants }: Actor): Verdict {
  // What is open to anybody may be read with a key in hand; nobody signs in, up or out by one, whatever it is.
  if (access === 'public') return 'key' in by && method !== 'GET' ? 'forbidden' : 'let through';
  if (session === 'none') return 'not signed in';
  if (session === 'key') return grants.includes(access) && isKeyScope(access) ? 'let through' : 'forbidden';
  if (access === 'half-signed-in') return 'let through';
  if (session === 'half') return 'not signed in';
  return access === 'signed-in' || grants.includes(access) ? 'let through' : 'forbidden';
}

function seen(status: number, code: unknown): Verdict {
  if (status === 401 && ['session.none', 'session.half', 'key.refused'].includes(String(code))) return 'not signed in';
  if (status === 403 && code === 'access.forbidden') return 'forbidden';
  return 'let through';
}

const call = (cell: Cell, by: Actor['by'], id = NOBODY) => {
  const path = cell.path.replace('{companyId}', id).replaceAll(/\{\w+\}/g, NOBODY);
  return http(cell.method, `/api${path}`, {
    ...by,
    ...(cell.method === 'GET' ? {} : { body: {} }),
  });
};

/** The first of each function's operations that ask the same of a caller. */
function firstOfEach(all: readonly Cell[]): Set<Cell> {
  const firsts = new Map<string, Cell>();
  for (const cell of all) {
    const asked = [cell.operation.split('.')[0], cell.access, cell.method === 'GET'].join(' ');
    if (!firsts.has(asked)) firsts.set(asked, cell);
  }
  return new Set(firsts.values());
}

async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) await Promise.all(items.slice(at, at + AT_ONCE).map(work));
}

describe('every operation and every kind of actor', () => {
  it('declares who may call it', () => {
    for (const cell of cells)
      expect(cell.access, cell.operation).toMatch(/^(public|half-signed-in|signed-in|[a-z0-9]+:[a-z]+)$/);
    expect(new Set(cells.map((cell) => `${cell.method} ${cell.path}`)).size).toBe(cells.length);
  });

  it('is let through or not exactly as declared', async () => {
    const wrong: string[] = [];
    const tried = cells.filter((cell) => !ENDS_ITSELF.has(cell.operation));
    // One operation after the other: each function then answers all its cells while its worker is warm.
    const firsts = firstOfEach(tried);
    const all = tried.flatMap((cell) =>
      actors.filter(({ refused }) => !refused || firsts.has(cell)).map((actor) => ({ actor, cell })),
    );
    await inTurn(all, async ({ actor, cell }) => {
      const answer = await call(cell, actor.by);
      const verdict = seen(answer.status, answer.body.code);
      if (verdict !== declared(cell, actor) || answer.status >= 500) {
        wrong.push(
          `${actor.name} ${cell.operation}: ${answer.status} ${answer.body.code}, declared ${declared(cell, actor)}`,
        );
      }
    });
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(1_000);
  }, 300_000);

  it.each([
    ['the owner', (stranger: Owner) => ({ cookie: stranger.cookie })],
    [
      'an API key',
      async (stranger: Owner) => ({ key: ok(await makeKey(stranger, { scopes: [...KEY_SCOPES] })).secret }),
    ],
  ])(
    'answers %s of another MSP as if the client did not exist',
    async (_, proof) => {
      const by = await proof(await easyMsp());
      const scoped = cells.filter((cell) => cell.path.includes('{companyId}'));
      const wrong: string[] = [];
      await inTurn(scoped, async (cell) => {
        const [foreign, random] = await Promise.all([call(cell, by, companyId), call(cell, by, NOBODY)]);
        const same =
          foreign.status === random.status &&
          foreign.body.code === random.body.code &&
          foreign.body.detail === random.body.detail;
        const empty = foreign.status === 200 && JSON.stringify(foreign.body) === JSON.stringify(random.body);
        if (!same && !empty)
          wrong.push(
            `${cell.operation}: ${foreign.status} ${foreign.body.code} against ${random.status} ${random.body.code}`,
          );
      });
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});
