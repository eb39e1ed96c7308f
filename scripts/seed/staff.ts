import { Secret, TOTP } from 'otpauth';
import type { SessionInfo } from '../../shared/identity/session.ts';
import type { ClientActor, StaffActor } from '../../shared/kernel/actor.ts';
import type { StaffRole } from '../../shared/kernel/permissions.ts';
import type { Cloud } from '../local/cloud.ts';
import { newPerson, type Person } from './person.ts';
import { ZONE } from './story.ts';

/** One password for everybody in the demo; printed at every start. */
export const PASSWORD = 'harbor-kettle-violet-27';
export const SLUG = 'northlight';
const DOMAIN = 'northlight-it.example';

export const mail = (name: string) => `${name}@${DOMAIN}`;

const TEAM: readonly { key: string; name: string; role: StaffRole }[] = [
  { key: 'marcus', name: 'Marcus Ojeda', role: 'admin' },
  { key: 'priya', name: 'Priya Raman', role: 'manager' },
  { key: 'tom', name: 'Tom Lindqvist', role: 'manager' },
  { key: 'aisha', name: 'Aisha Bello', role: 'technician' },
  { key: 'kenji', name: 'Kenji Mori', role: 'technician' },
  { key: 'helen', name: 'Helen Park', role: 'finance' },
];

export interface Member extends Person {
  userId: string;
  email: string;
  /** Who speaks when they call a service. */
  actor: StaffActor | ClientActor;
}

export interface Staff {
  dana: Member;
  of: Readonly<Record<string, Member>>;
}

const memberOf = (person: Person, email: string, { actor }: SessionInfo): Member => ({
  ...person,
  userId: actor.userId,
  email,
  actor: actor as Member['actor'],
});

/** Opens the MSP with its owner. The demo asks nobody for a second factor, so the owner's is taken off again. */
export async function openMsp(origin: string, now = new Date()): Promise<Member> {
  const dana = await newPerson(origin);
  const info = await dana.api.identity.signUp({
    mspName: 'Northlight IT Partners',
    slug: SLUG,
    name: 'Dana Whitfield',
    email: mail('dana'),
    password: PASSWORD,
    timeZone: ZONE,
  });
  const { secret } = await dana.api.identity.startTotp({});
  const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  const { codes } = await dana.api.identity.confirmTotp({ code: totp.generate({ timestamp: now.getTime() }) });
  const msp = await dana.api.identity.msp();
  await dana.api.identity.editMsp({
    v: msp.v,
    mfaRequired: false,
    legalName: 'Northlight IT Partners LLC',
    supportEmail: mail('help'),
    supportPhone: '(503) 555-0142',
  });
  await dana.api.identity.disableTotp({ password: PASSWORD, code: codes[0] ?? '' });
  return memberOf(dana, mail('dana'), info);
}

/** The person who was invited under an address, through the link in their mail, which has to be there. */
export async function accept(cloud: Cloud, email: string, name: string): Promise<Member> {
  const letter = cloud.mailbox.to(email).at(-1);
  const token = /#([\w-]{43})/.exec(letter?.text ?? '')?.[1];
  if (!token) throw new Error(`No invitation reached ${email}.`);
  const person = await newPerson(cloud.origin);
  return memberOf(person, email, await person.api.identity.acceptInvitation({ token, name, password: PASSWORD }));
}

/** The owner opens the link that came with the sign-up, which has to be there. */
async function confirmAddress(cloud: Cloud, owner: Member): Promise<void> {
  const links = cloud.mailbox.to(owner.email).map(({ text }) => /\/confirm#([\w-]{43})/.exec(text)?.[1]);
  const token = links.find((link) => link !== undefined);
  if (!token) throw new Error(`No link to confirm the address reached ${owner.email}.`);
  await owner.api.identity.confirmAddress({ token });
}

/** Signs people in again: a session of theirs lasts a day at most. */
export async function signIn(people: readonly Member[]): Promise<void> {
  await Promise.all(
    people.map(({ api, email, actor }) =>
      api.identity.signIn({ email, password: PASSWORD, ...(actor.kind === 'client' ? { mspSlug: SLUG } : {}) }),
    ),
  );
}

/** The MSP, its owner and its team, each by their own invitation. */
export async function seedStaff(cloud: Cloud): Promise<Staff> {
  const dana = await openMsp(cloud.origin, cloud.time.now());
  await Promise.all(
    TEAM.map(({ key, role }) => dana.api.identity.inviteStaff({ email: mail(key), role, companies: 'all' })),
  );
  await cloud.idle();
  await confirmAddress(cloud, dana);
  const members = TEAM.map(async ({ key, name }) => [key, await accept(cloud, mail(key), name)] as const);
  return { dana, of: Object.fromEntries(await Promise.all(members)) };
}
