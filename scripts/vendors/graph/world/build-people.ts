import { guidOf, type Random } from '../../_kit/random.ts';
import type { Tenant, TenantUser } from '../world.ts';
import { DAY_MS, daysBefore } from './dates.ts';
import { GIVEN_NAMES, GUEST_DOMAINS, nickname, SURNAMES } from './names.ts';
import { ROLE_TEMPLATES } from './roles.ts';
import { SKUS } from './skus.ts';
import type { PeopleSpec, TenantSpec } from './tenant-spec.ts';

const METHODS: readonly [string[], ...string[][]] = [
  ['microsoftAuthenticatorPush', 'softwareOneTimePasscode'],
  ['microsoftAuthenticatorPush', 'mobilePhone'],
  ['microsoftAuthenticatorPush', 'softwareOneTimePasscode', 'windowsHelloForBusiness'],
  ['mobilePhone'],
];
const ADMIN_METHODS = ['fido2SecurityKey', 'microsoftAuthenticatorPush'];

const AREA_CODES: Record<string, string> = { ID: '208', OR: '503', WA: '360' };

interface Builder {
  tenant: Tenant;
  spec: TenantSpec;
  random: Random;
  now: Date;
  taken: Set<string>;
}

/** Fills an empty tenant with the users, guests and role assignments of its spec. */
export function addPeople(tenant: Tenant, spec: TenantSpec, random: Random, now: Date): void {
  const builder: Builder = { tenant, spec, random, now, taken: new Set() };
  for (const group of spec.groups) addGroup(builder, group);
  const { active, stale } = spec.guests ?? { active: 0, stale: 0 };
  for (let index = 0; index < active + stale; index += 1) addGuest(builder, index < active);
}

function addGroup(builder: Builder, group: PeopleSpec): void {
  const count = typeof group.people === 'number' ? group.people : group.people.length;
  for (let index = 0; index < count; index += 1) {
    const user = person(builder, group, index);
    builder.tenant.users.push(user);
    for (const { role, holders } of group.roles ?? []) {
      if (index >= holders) continue;
      builder.tenant.roleAssignments.push({
        id: guidOf(builder.tenant.id, 'assignment', role, user.id),
        principalId: user.id,
        roleTemplateId: ROLE_TEMPLATES[role],
        servicePrincipalName: null,
      });
    }
  }
}

function person(builder: Builder, group: PeopleSpec, index: number): TenantUser {
  const { tenant, spec, random, now } = builder;
  const account = typeof group.people === 'number' ? null : (group.people[index] ?? null);
  const names = account === null ? uniqueName(builder) : null;
  const displayName = account ?? `${names?.given} ${names?.surname}`;
  const address = `${nickname(displayName, account === null ? '.' : '-')}@${spec.domain}`;
  const leftDays = group.leftDaysAgo?.[index];
  const hired = random.between((leftDays ?? 30) + 90, Math.min(3200, spec.ageDays - 5)) + random.next();
  const idle = group.idleDays?.[index] ?? (leftDays === undefined ? undefined : leftDays + 1);
  const licensed = group.licences.length > 0;
  const withoutMfa = index < (group.withoutMfa ?? 0);
  const administers = (group.roles ?? []).some(({ holders }) => index < holders);
  return {
    position: tenant.nextPosition++,
    id: guidOf(tenant.id, 'user', address),
    displayName,
    givenName: names?.given ?? null,
    surname: names?.surname ?? null,
    userPrincipalName: address,
    mail: licensed ? address : null,
    jobTitle: group.titles[index % group.titles.length] ?? null,
    department: group.department,
    officeLocation: group.offices?.[index % group.offices.length] ?? spec.city,
    companyName: group.companyName ?? spec.displayName,
    employeeType: group.employeeType ?? (account === null ? 'Employee' : 'Service'),
    businessPhones: account === null ? [phone(spec.state, random)] : [],
    mobilePhone: null,
    accountEnabled: group.disabled !== true,
    userType: 'Member',
    createdAt: daysBefore(now, hired),
    leftAt: leftDays === undefined ? null : daysBefore(now, leftDays),
    passwordChangedAt: daysBefore(now, Math.min(hired, random.between(10, 700) + random.next())),
    licences: group.licences.map((sku) => ({
      skuPartNumber: sku,
      since: daysBefore(now, hired * (0.1 + 0.9 * random.next())),
      viaGroup: spec.seats.some((seat) => seat.sku === sku && seat.viaGroup)
        ? guidOf(tenant.id, 'group', 'licences', sku)
        : null,
    })),
    signIn: signIn(random, now, idle, index < (group.failedAttempts ?? 0)),
    methods: withoutMfa ? [] : administers ? ADMIN_METHODS : random.pick(METHODS),
    mailbox: mailbox(builder, group, index, idle),
    copilotUsedAt: copilotUse(now, group, index),
  };
}

/** Numbers 555-0100 to 555-0199 are kept for fiction. */
function phone(state: string, random: Random): string {
  return `+1 ${AREA_CODES[state] ?? '206'} 555 01${String(random.between(0, 99)).padStart(2, '0')}`;
}

function uniqueName(builder: Builder): { given: string; surname: string } {
  for (;;) {
    const given = builder.random.pick(GIVEN_NAMES);
    const surname = builder.random.pick(SURNAMES);
    if (builder.taken.has(`${given} ${surname}`)) continue;
    builder.taken.add(`${given} ${surname}`);
    return { given, surname };
  }
}

function signIn(random: Random, now: Date, idle: number | undefined, failedLater: boolean): TenantUser['signIn'] {
  // Most people sign in interactively every few days; their programs renew in the background several times a day.
  const interactive = idle ?? random.between(0, 12) + random.next();
  const background = idle === undefined ? Math.min(interactive, random.next()) : idle + random.next() * 2;
  return {
    interactive: daysBefore(now, failedLater ? 3 + random.next() : interactive),
    nonInteractive: daysBefore(now, background),
    successful: daysBefore(now, Math.min(interactive, background)),
  };
}

function mailbox(builder: Builder, group: PeopleSpec, index: number, idle: number | undefined): TenantUser['mailbox'] {
  const quotaBytes = Math.max(0, ...group.licences.map((sku) => SKUS[sku].mailboxBytes));
  const percent = group.mailboxPercent?.[index] ?? builder.random.between(4, 62);
  const items = builder.random.between(2_000, 90_000);
  if (quotaBytes === 0) return null;
  return {
    usedBytes: Math.round((quotaBytes * percent) / 100),
    quotaBytes,
    items,
    shared: false,
    lastActivity: daysBefore(builder.now, idle ?? 1).slice(0, 10),
  };
}

function copilotUse(now: Date, group: PeopleSpec, index: number): string | null {
  const idle = group.copilotIdleDays?.[index];
  return idle === undefined || idle === null
    ? null
    : new Date(now.getTime() - idle * DAY_MS).toISOString().slice(0, 10);
}

function addGuest(builder: Builder, active: boolean): void {
  const { tenant, spec, random, now } = builder;
  const { given, surname } = uniqueName(builder);
  const outside = `${nickname(`${given} ${surname}`)}@${random.pick(GUEST_DOMAINS)}`;
  const invited = active ? random.between(30, 300) : random.between(260, 1100);
  const idle = active ? random.between(1, 40) : random.between(120, 250);
  // One stale guest in six never accepted the invitation, so there is no sign-in at all.
  const accepted = active || random.between(1, 6) > 1;
  const userPrincipalName = `${outside.replace('@', '_')}#EXT#@${spec.domain}`;
  tenant.users.push({
    position: tenant.nextPosition++,
    id: guidOf(tenant.id, 'user', userPrincipalName),
    displayName: `${given} ${surname}`,
    givenName: given,
    surname,
    userPrincipalName,
    mail: outside,
    jobTitle: null,
    department: null,
    officeLocation: null,
    companyName: null,
    employeeType: null,
    businessPhones: [],
    mobilePhone: null,
    accountEnabled: true,
    userType: 'Guest',
    createdAt: daysBefore(now, invited),
    leftAt: null,
    passwordChangedAt: daysBefore(now, invited),
    licences: [],
    signIn: accepted ? signIn(random, now, idle, false) : null,
    methods: [],
    mailbox: null,
    copilotUsedAt: null,
  });
}
