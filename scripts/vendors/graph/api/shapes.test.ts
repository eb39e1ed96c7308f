import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demoWorld } from '../demo/demo-world.ts';
import { type Connection, connect, rowsOf } from '../testing/connect.ts';
import {
  companySubscriptionSchema,
  controlProfileSchema,
  domainSchema,
  organizationSchema,
  registrationDetailsSchema,
  roleAssignmentSchema,
  roleDefinitionSchema,
  secureScoreSchema,
  subscribedSkuSchema,
  userSchema,
} from '../testing/graph-schemas.ts';

let graph: Connection;
beforeAll(async () => {
  graph = await connect(demoWorld);
});
afterAll(() => graph.close());

const EVERY_PROPERTY = Object.keys(userSchema.shape).join(',');
const WITHOUT_SIGN_INS = EVERY_PROPERTY.replace('signInActivity,', '');
const WITH_P1 = ['HFL', 'CRD', 'TGM', 'BCT'];
const ALL = [...WITH_P1, 'SPB', 'LLS'];

describe('answers', () => {
  it.each([
    ['/organization', organizationSchema, ALL, 1],
    ['/subscribedSkus', subscribedSkuSchema, ALL, 1],
    ['/directory/subscriptions', companySubscriptionSchema, ALL, 1],
    [`/users?$select=${EVERY_PROPERTY}`, userSchema, WITH_P1, 31],
    [`/users?$select=${WITHOUT_SIGN_INS}`, userSchema, ['SPB', 'LLS'], 15],
    ['/security/secureScores', secureScoreSchema, ALL, 90],
    ['/security/secureScoreControlProfiles', controlProfileSchema, ALL, 50],
    ['/domains', domainSchema, ALL, 2],
    ['/roleManagement/directory/roleAssignments?$expand=principal', roleAssignmentSchema, ALL, 2],
    ['/roleManagement/directory/roleDefinitions', roleDefinitionSchema, ALL, 10],
    ['/reports/authenticationMethods/userRegistrationDetails', registrationDetailsSchema, WITH_P1, 31],
  ] as const)('of %s have the fields of Microsoft metadata in each tenant', async (path, schema, tenants, atLeast) => {
    for (const tenant of tenants) {
      const rows = rowsOf(await graph.pages(tenant, path));
      expect(rows.length).toBeGreaterThanOrEqual(atLeast);
      const checked = z.array(schema).safeParse(rows);
      expect(checked.error && z.prettifyError(checked.error)).toBeUndefined();
    }
  });

  it('select properties of other resources too, and refuse unknown ones', async () => {
    const { body } = await graph.get('HFL', '/subscribedSkus?$select=skuPartNumber,consumedUnits');
    expect(body.value[0]).toEqual({ skuPartNumber: 'SPB', consumedUnits: 44 });
    const privileged = await graph.get('HFL', '/roleManagement/directory/roleDefinitions?$select=id,isPrivileged');
    expect(privileged.body.error.message).toContain("'isPrivileged' on type 'microsoft.graph.unifiedRoleDefinition'");
    expect((await graph.get('HFL', '/subscribedSkus?$top=5')).body.error.code).toBe('Request_UnsupportedQuery');
  });

  it('carry request ids, and repeat the one of the caller', async () => {
    const { headers } = await graph.get('HFL', '/domains', { 'client-request-id': 'mine' });
    expect(headers.get('request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('client-request-id')).toBe('mine');
    expect(headers.get('x-ms-ags-diagnostic')).toContain('ServerInfo');
    expect(headers.get('x-ms-resource-unit')).toBe('1');
  });

  it("reach Microsoft's client as its errors", async () => {
    await expect(graph.client('HFL').api('/users').query({ $select: 'shoeSize' }).get()).rejects.toMatchObject({
      statusCode: 400,
      code: 'BadRequest',
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it('refuse what Graph does not have', async () => {
    expect((await graph.get('HFL', '/planets')).body.error).toMatchObject({
      code: 'BadRequest',
      message: "Resource not found for the segment 'planets'.",
      innerError: { 'request-id': expect.any(String), date: '2026-11-22T12:00:00' },
    });
    expect((await graph.get('HFL', `${graph.authorityUrl}/v3.0/users`)).status).toBe(404);
    const headers = { authorization: `Bearer ${await graph.token('HFL')}` };
    const deleted = await fetch(`${graph.baseUrl}/users`, { method: 'DELETE', headers });
    expect(deleted.status).toBe(405);
  });
});

describe('role assignments', () => {
  const path = '/roleManagement/directory/roleAssignments';

  it('expand the holder or the role, one at a time', async () => {
    const { body } = await graph.get('HFL', `${path}?$expand=roleDefinition`);
    expect(body.value[0]?.roleDefinition).toMatchObject({ displayName: 'Global Administrator' });
    const holders = await graph.get('HFL', `${path}?$expand=principal`);
    const types = holders.body.value.map((row) => (row.principal as { '@odata.type': string })['@odata.type']);
    expect(new Set(types)).toEqual(new Set(['#microsoft.graph.user', '#microsoft.graph.servicePrincipal']));
    const both = await graph.get('HFL', `${path}?$expand=principal,roleDefinition`);
    expect(both.body.error.message).toContain('Only one property can be expanded');
  });

  it('filter by role or holder', async () => {
    const globalAdmins = `${path}?$filter=roleDefinitionId eq '62e90394-69f5-4237-9190-012177145e10'`;
    const { body } = await graph.get('SPB', globalAdmins);
    expect(body.value).toHaveLength(9);
    const holder = await graph.get('SPB', `${path}?$filter=principalId eq '${body.value[0]?.principalId}'`);
    expect(holder.body.value).toHaveLength(1);
    expect((await graph.get('SPB', `${path}?$filter=id eq 'x'`)).status).toBe(400);
  });
});

describe('usage reports', () => {
  const fetchMailboxes = async (tenant: string) => {
    const { status, headers } = await graph.get(tenant, "/reports/getMailboxUsageDetail(period='D7')");
    expect(status).toBe(302);
    return String(headers.get('location'));
  };

  it('send mailboxes as a CSV behind a link that needs no token', async () => {
    const { text } = await graph.call(await fetchMailboxes('LLS'));
    const [head, ...lines] = text.replace('\uFEFF', '').trim().split('\r\n');
    expect(head).toMatch(/^Report Refresh Date,User Principal Name,.+,Has Archive,Report Period$/);
    expect(lines).toHaveLength(15);
    const full = lines.filter((line) => {
      const fields = line.split(',');
      return Number(fields[8]) / Number(fields[11]) > 0.95;
    });
    expect(full).toHaveLength(2);
  });

  it('let the link lapse after a few minutes', async () => {
    const location = await fetchMailboxes('LLS');
    graph.moveClock(6 * 60);
    expect((await graph.call(location)).status).toBe(403);
    expect((await graph.call(`${graph.authorityUrl}/data/download/made-up`)).status).toBe(403);
  });

  it('tell when Copilot was used last', async () => {
    const path = "/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D90')";
    const { body } = await graph.get('HFL', path);
    const dates = body.value.map((row) => row.lastActivityDate);
    expect(dates).toHaveLength(5);
    expect(dates.filter((date) => date === null || String(date) < '2026-10-08')).toHaveLength(3);
    expect((await graph.get('HFL', path.replace('D90', 'D5'))).body.error.message).toContain("Invalid period 'D5'");
  });
});

describe('secure score history', () => {
  it('is paged newest first, each day once', async () => {
    const pages = await graph.pages('TGM', '/security/secureScores?$top=40');
    const days = rowsOf(pages).map((row) => String(row.createdDateTime).slice(0, 10));
    expect(pages.map((page) => page.value.length)).toEqual([40, 40, 10]);
    expect(days[0]).toBe('2026-11-22');
    expect(days).toEqual([...new Set(days)].sort().reverse());
  });

  it('skips, counts, and moves on with the clock', async () => {
    const path = '/security/secureScores?$top=1&$count=true';
    const skipped = await graph.get('TGM', `${path}&$skip=7`);
    expect(skipped.body).toMatchObject({ '@odata.count': 83, value: [{ createdDateTime: '2026-11-15T00:00:00Z' }] });
    graph.moveClock(24 * 3600);
    const later = await graph.get('TGM', path);
    expect(later.body).toMatchObject({ '@odata.count': 90, value: [{ createdDateTime: '2026-11-23T00:00:00Z' }] });
  });
});
