import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallWorld } from '../demo/small-world.ts';
import { type Connection, connect } from '../testing/connect.ts';
import { READ_PERMISSIONS } from '../world/build-tenant.ts';

const EVENTUAL = { ConsistencyLevel: 'eventual' };
let graph: Connection;
beforeAll(async () => {
  graph = await connect(smallWorld);
});
afterAll(() => graph.close());

const list = async (tenant: string, query: string, headers = {}) =>
  (await graph.get(tenant, `/users${query}`, headers)).body;

describe('listing users', () => {
  it("gives Graph's default properties without $select, and exactly the selected ones with it", async () => {
    const plain = await list('ALPHA', '?$top=1');
    expect(Object.keys(plain.value[0] ?? {}).sort()).toEqual(
      [
        'businessPhones',
        'displayName',
        'givenName',
        'id',
        'jobTitle',
        'mail',
        'mobilePhone',
        'officeLocation',
        'preferredLanguage',
        'surname',
        'userPrincipalName',
      ].sort(),
    );
    const chosen = await list('ALPHA', '?$select=displayName,accountEnabled');
    expect(Object.keys(chosen.value[0] ?? {})).toEqual(['displayName', 'accountEnabled']);
    expect(chosen['@odata.context']).toMatch(/\$metadata#users\(displayName,accountEnabled\)$/);
  });

  it('refuses a property that users do not have', async () => {
    const { error } = await list('ALPHA', '?$select=shoeSize');
    expect(error.message).toBe("Could not find a property named 'shoeSize' on type 'microsoft.graph.user'.");
    expect((await list('ALPHA', '?$select=toString')).error.code).toBe('BadRequest');
  });

  it('finds the licensed users by an advanced query, with a count on the first page only', async () => {
    const query = '?$select=id&$top=3&$count=true&$filter=assignedLicenses/$count ne 0';
    const first = await list('ALPHA', query, EVENTUAL);
    expect(first['@odata.count']).toBe(7);
    const next = String(first['@odata.nextLink']);
    const { body: second } = await graph.get('ALPHA', next, EVENTUAL);
    expect(second).not.toHaveProperty('@odata.count');
    expect(second.value).toHaveLength(3);
    expect((await graph.get('ALPHA', next)).body.error.code).toBe('Request_UnsupportedQuery');
  });

  it('refuses an advanced query without its header or count', async () => {
    const filter = '$filter=assignedLicenses/$count ne 0';
    expect((await list('ALPHA', `?${filter}&$count=true`)).error.code).toBe('Request_UnsupportedQuery');
    expect((await list('ALPHA', `?${filter}`, EVENTUAL)).error.code).toBe('Request_UnsupportedQuery');
    expect((await list('ALPHA', '?$count=true')).error.code).toBe('Request_UnsupportedQuery');
  });

  it.each([
    ["userType eq 'Guest'", 3],
    ['accountEnabled eq false', 1],
    ["accountEnabled eq true and userType eq 'Member'", 6],
    ['assignedLicenses/any(x:x/skuId eq f30db892-07e9-47e9-837c-80727f46fd3d)', 2],
  ])('filters by %s', async (filter, count) => {
    expect((await list('ALPHA', `?$filter=${filter}`)).value).toHaveLength(count);
  });

  it('filters unlicensed users', async () => {
    const rows = await list('ALPHA', '?$count=true&$filter=assignedLicenses/$count eq 0', EVENTUAL);
    expect(rows['@odata.count']).toBe(3);
  });

  it('refuses filters and options that the directory would not take either', async () => {
    expect((await list('ALPHA', "?$filter=startswith(displayName,'A')")).error.code).toBe('Request_UnsupportedQuery');
    expect((await list('ALPHA', '?$skip=10')).error.message).toContain("'$skip'");
  });

  it('shows sign-in activity, and leaves it out for those who never signed in', async () => {
    graph.control.addUser({ tenant: 'ALPHA', displayName: 'Never Seen' });
    const { value } = await list('ALPHA', '?$select=displayName,signInActivity');
    const seen = value.filter((row) => row.displayName !== 'Never Seen' && 'signInActivity' in row);
    expect(seen.length).toBeGreaterThan(6);
    expect(seen[0]?.signInActivity).toMatchObject({
      lastSuccessfulSignInDateTime: expect.stringMatching(/^2026-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(value.find((row) => row.displayName === 'Never Seen')).toEqual({ displayName: 'Never Seen' });
    graph.control.removeUser({ tenant: 'ALPHA', user: 'never.seen@alpha-clinic.example' });
  });

  it('refuses sign-in activity and registration details to a tenant without Entra P1', async () => {
    for (const path of ['/users?$select=id,signInActivity', '/reports/authenticationMethods/userRegistrationDetails']) {
      const { status, body } = await graph.get('BETA', path);
      expect(status).toBe(403);
      expect(body.error.code).toBe('Authentication_RequestFromNonPremiumTenantOrB2CTenant');
    }
  });
});

describe('permissions', () => {
  const allow = (permissions: string[]) => graph.control.consent({ tenant: 'ALPHA', granted: true, permissions });
  afterAll(() => allow([...READ_PERMISSIONS]));

  it.each([
    ['/users', 'User.Read.All'],
    ['/users/delta', 'User.Read.All'],
    ['/organization', 'Organization.Read.All'],
    ['/subscribedSkus', 'Organization.Read.All'],
    ['/directory/subscriptions', 'Organization.Read.All'],
    ['/domains', 'Domain.Read.All'],
    ['/roleManagement/directory/roleAssignments', 'RoleManagement.Read.Directory'],
    ['/roleManagement/directory/roleDefinitions', 'RoleManagement.Read.Directory'],
    ['/security/secureScores', 'SecurityEvents.Read.All'],
    ['/security/secureScoreControlProfiles', 'SecurityEvents.Read.All'],
    ['/reports/authenticationMethods/userRegistrationDetails', 'AuditLog.Read.All'],
    ["/reports/getMailboxUsageDetail(period='D7')", 'Reports.Read.All'],
    ["/copilot/reports/getMicrosoft365CopilotUsageUserDetail(period='D30')", 'Reports.Read.All'],
  ])('%s wants %s', async (path, permission) => {
    graph.control.limit({ service: 'identityReports', units: 1_000 });
    allow([]);
    const denied = await graph.get('ALPHA', path);
    expect(denied.status).toBe(403);
    expect(denied.body.error.code).toBe('Authorization_RequestDenied');
    allow([permission]);
    expect([200, 302]).toContain((await graph.get('ALPHA', path)).status);
  });

  it('wants more for sign-in activity and leave dates', async () => {
    allow(['User.Read.All']);
    expect((await list('ALPHA', '?$select=signInActivity')).error.code).toBe('Authorization_RequestDenied');
    expect((await list('ALPHA', '?$select=employeeLeaveDateTime')).error.code).toBe('Authorization_RequestDenied');
  });

  it('are those of the moment the token was issued', async () => {
    allow([...READ_PERMISSIONS]);
    const headers = { authorization: `Bearer ${await graph.token('ALPHA')}` };
    allow([]);
    expect((await graph.call('/users', headers)).status).toBe(200);
  });
});
