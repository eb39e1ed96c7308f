import { cookieOf, http } from '../../../functions/_kit/testing/world.ts';
import {
  easyMsp,
  emailOf,
  inviteClient,
  inviteStaff,
  mailedToken,
  newClientUser,
  newCompany,
  newMsp,
  ok,
  PASSWORD,
  signIn,
  unique,
} from '../../../functions/identity/testing/members.ts';
import type { SessionInfo } from '../../../shared/identity/session.ts';
import { asides, portalVisit, portalVisits, signedIn, type Visit, visit, type Walk } from './visit.ts';

/** Too short to be a token, and a token of nothing. */
const [CUT_OFF, WORN_OUT] = ['#cut-off', `#${'x'.repeat(43)}`];
const MSP_LISTS = ['/', '/findings', '/planner', '/budgets', '/reports', '/m365', '/integrations', '/team'];

/** A session that must set up its second factor first. */
async function withoutFactor(): Promise<string> {
  const slug = unique('half');
  const body = { mspName: 'Half Open', slug, name: 'Hal Half', email: `${slug}@example.com`, password: PASSWORD };
  const answer = await http<SessionInfo>('POST', '/api/msps', { body });
  ok(answer);
  return cookieOf(answer);
}

/** A session that must give the code of its second factor first. */
async function withoutCode(email: string): Promise<string> {
  const answer = await signIn(email);
  ok(answer);
  return cookieOf(answer);
}

/** The hash of the link that lets somebody choose a new password. */
async function resetHash(email: string, mspSlug?: string): Promise<string> {
  ok(await http('POST', '/api/password/forgot', { body: { email, ...(mspSlug ? { mspSlug } : {}) } }));
  return `#${await mailedToken(email)}`;
}

/** What a new MSP sees before it has a client, its client before there is a plan, and everybody before the session. */
export async function gateWalks(): Promise<Walk[]> {
  const [owner, { email: forgetful }] = [await easyMsp(), await easyMsp()];
  const companyOwner = await easyMsp();
  const unconfirmed = await newMsp();
  const { slug } = companyOwner;
  const companyId = await newCompany(companyOwner);
  const client = await newClientUser(companyOwner, companyId, 'approver');
  const [colleague, guest] = [emailOf('colleague'), emailOf('guest')];
  ok(await inviteStaff(owner, colleague, 'technician'));
  ok(await inviteClient(companyOwner, companyId, guest, 'approver'));
  const doors: Visit[] = [
    visit('/sign-in'),
    visit('/start'),
    visit('/forgot-password'),
    visit('/reset-password', {}, await resetHash(forgetful)),
    visit('/invitation', {}, `#${await mailedToken(colleague)}`),
    visit('/confirm', {}, `#${await mailedToken(unconfirmed.email, 'confirm')}`),
    portalVisit(slug, '/sign-in'),
    portalVisit(slug, '/forgot-password'),
    portalVisit(slug, '/reset-password', await resetHash(client.email, slug)),
    portalVisit(slug, '/invitation', `#${await mailedToken(guest)}`),
    ...asides([
      visit('/reset-password', {}, CUT_OFF),
      visit('/confirm', {}, CUT_OFF),
      ...[CUT_OFF, WORN_OUT].map((hash) => visit('/invitation', {}, hash)),
      portalVisit(unique('nowhere'), '/sign-in'),
      portalVisit(slug, '/reset-password', CUT_OFF),
      portalVisit(slug, '/invitation', WORN_OUT),
    ]),
  ];
  const before = (who: string, cookie: string, visits: Visit[]): Walk => ({
    who,
    cookie,
    allowed: { statuses: [401, 404, 410], lines: /does not exist or is not yours to see/ },
    byLinks: false,
    visits,
  });
  const factor = (page: string) => [visit(page), portalVisit(slug, page)];
  return [
    before('nobody', '', doors),
    signedIn('owner without clients', owner.cookie, asides(MSP_LISTS.map((route) => visit(route)))),
    signedIn('owner without a confirmed address', unconfirmed.cookie, asides([visit('/account')])),
    signedIn('client without a plan', client.cookie, asides(portalVisits(slug))),
    before('owner without the code', await withoutCode(unconfirmed.email), factor('/second-factor')),
    before('owner without a second factor', await withoutFactor(), factor('/set-up-second-factor')),
  ];
}
