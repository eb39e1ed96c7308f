import type { AnyContractProcedure } from '@orpc/contract';
import { beforeAll, describe, expect, it } from 'vitest';
import { identityApi } from '../../shared/identity/identity.api.ts';
import { type Actor, permit } from '../../shared/kernel/actor.ts';
import type { OperationMeta } from '../../shared/kernel/op.ts';
import { platformApi } from '../../shared/platform/platform.api.ts';
import { cookieOf, http } from '../_kit/testing/world.ts';
import { easyMsp, type Member, newClientUser, newCompany, newMsp, newStaff, signIn } from './testing/members.ts';

const NOBODY = '01hzzzzzzzzzzzzzzzzzzzzzzz';
const contracts: Record<string, AnyContractProcedure> = { ...identityApi, ...platformApi };

const operations = Object.entries(contracts)
  .filter(([name]) => name !== 'signOut')
  .map(([name, procedure]) => {
    const { meta, route } = procedure['~orpc'];
    const path = (route.path ?? '').replaceAll(/\{\w+\}/g, NOBODY);
    return { name, method: route.method ?? 'GET', path, access: (meta as OperationMeta).access };
  });

let technician: Member;
let clientAdmin: Member;
let half: string;

beforeAll(async () => {
  const owner = await easyMsp();
  technician = await newStaff(owner, 'technician');
  clientAdmin = await newClientUser(owner, await newCompany(owner), 'admin');
  half = cookieOf(await signIn((await newMsp()).email));
});

/** The code with which a call is turned away before its input is looked at; undefined when it is let in. */
async function turnedAway(method: string, path: string, cookie: string): Promise<string | undefined> {
  const answer = await http(method, `/api${path}`, {
    ...(cookie ? { cookie } : {}),
    ...(method === 'GET' ? {} : { body: {} }),
  });
  const code = String(answer.body.code);
  return ['session.none', 'session.half', 'access.forbidden'].includes(code) ? code : undefined;
}

const asActor = (kind: 'staff' | 'client'): Actor =>
  kind === 'staff'
    ? { kind, mspId: NOBODY, userId: NOBODY, role: 'technician', companies: 'all' }
    : { kind, mspId: NOBODY, userId: NOBODY, role: 'admin', companyId: NOBODY };

describe.each(operations)('$method $path', ({ method, path, access }) => {
  it('lets in exactly whom its line names', async () => {
    const open = access === 'public';
    const needsFull = !open && access !== 'half-signed-in';
    const forbidden = (kind: 'staff' | 'client') =>
      permit(asActor(kind), access) === 'allowed' ? undefined : 'access.forbidden';
    expect({
      anonymous: await turnedAway(method, path, ''),
      half: await turnedAway(method, path, half),
      technician: await turnedAway(method, path, technician.cookie),
      clientAdmin: await turnedAway(method, path, clientAdmin.cookie),
    }).toEqual({
      anonymous: open ? undefined : 'session.none',
      half: needsFull ? 'session.half' : undefined,
      technician: forbidden('staff'),
      clientAdmin: forbidden('client'),
    });
  });
});
