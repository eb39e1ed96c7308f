import { Secret, TOTP } from 'otpauth';
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
}

export interface Staff {
  dana: Member;
  of: Readonly<Record<string, Member>>;
}

/** Opens the MSP with its owner. The demo asks nobody for a second factor, so the owner's is taken off again. */
export async function openMsp(origin: string): Promise<Member> {
  const dana = await newPerson(origin);
  const { actor } = await dana.api.identity.signUp({
    mspName: 'Northlight IT Partners',
    slug: SLUG,
    name: 'Dana Whitfield',
    email: mail('dana'),
    password: PASSWORD,
    timeZone: ZONE,
  });
  const { secret } = await dana.api.identity.startTotp({});
  const totp = new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period: 30 });
  const { codes } = await dana.api.identity.confirmTotp({ code: totp.generate() });
  const msp = await dana.api.identity.msp();
  await dana.api.identity.editMsp({
    v: msp.v,
    mfaRequired: false,
    legalName: 'Northlight IT Partners LLC',
    supportEmail: mail('help'),
    supportPhone: '(503) 555-0142',
  });
  await dana.api.identity.disableTotp({ password: PASSWORD, code: codes[0] ?? '' });
  return { ...dana, userId: actor.userId };
}

/** The person who was invited under an address, through the link in their mail. */
export async function accept(cloud: Cloud, email: string, name: string): Promise<Member> {
  await cloud.idle();
  const letter = cloud.mailbox.to(email).at(-1);
  const token = /#([\w-]{43})/.exec(letter?.text ?? '')?.[1];
  if (!token) throw new Error(`No invitation reached ${email}.`);
  const person = await newPerson(cloud.origin);
  const { actor } = await person.api.identity.acceptInvitation({ token, name, password: PASSWORD });
  return { ...person, userId: actor.userId };
}

/** The MSP, its owner and its team, each by their own invitation. */
export async function seedStaff(cloud: Cloud): Promise<Staff> {
  const dana = await openMsp(cloud.origin);
  for (const { key, role } of TEAM) await dana.api.identity.inviteStaff({ email: mail(key), role, companies: 'all' });
  const members: Record<string, Member> = {};
  for (const { key, name } of TEAM) members[key] = await accept(cloud, mail(key), name);
  return { dana, of: members };
}
