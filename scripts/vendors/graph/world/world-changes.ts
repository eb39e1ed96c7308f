import { WorldChangeError } from '../../_kit/command.ts';
import { guidOf } from '../../_kit/random.ts';
import type { GraphWorld, Tenant, TenantUser } from '../world.ts';
import { dayNumber, instant } from './dates.ts';
import { nickname } from './names.ts';
import { scoreOn } from './score-timeline.ts';
import { isSkuPartNumber, type SkuPartNumber } from './skus.ts';

/** Fields that a control command may set on a user. */
export type UserChanges = Partial<
  Pick<TenantUser, 'displayName' | 'jobTitle' | 'department' | 'officeLocation' | 'accountEnabled' | 'methods'>
>;

function touched(tenant: Tenant, user: TenantUser, removed = false): void {
  tenant.sequence += 1;
  tenant.userChanges.push({ sequence: tenant.sequence, userId: user.id, removed });
}

/** Finds a user by id or user principal name. */
export function findUser(tenant: Tenant, idOrName: string): TenantUser {
  const wanted = idOrName.toLowerCase();
  const user = tenant.users.find((row) => row.id === wanted || row.userPrincipalName.toLowerCase() === wanted);
  if (!user) throw new WorldChangeError(`Tenant ${tenant.code} has no user "${idOrName}".`);
  return user;
}

export function addUser(
  tenant: Tenant,
  input: { displayName: string; userType: 'Member' | 'Guest'; licences: string[]; accountEnabled: boolean },
  now: Date,
): TenantUser {
  const domain = tenant.domains.find((row) => row.isDefault)?.name ?? tenant.id;
  const userPrincipalName = `${nickname(input.displayName)}@${domain}`;
  if (tenant.users.some((row) => row.userPrincipalName === userPrincipalName)) {
    throw new WorldChangeError(`Tenant ${tenant.code} already has a user "${userPrincipalName}".`);
  }
  const [givenName, ...rest] = input.displayName.split(' ');
  const user: TenantUser = {
    position: tenant.nextPosition++,
    id: guidOf(tenant.id, 'user', userPrincipalName, tenant.nextPosition),
    displayName: input.displayName,
    givenName: givenName ?? null,
    surname: rest.join(' ') || null,
    userPrincipalName,
    mail: input.licences.length > 0 ? userPrincipalName : null,
    jobTitle: null,
    department: null,
    officeLocation: tenant.address.city,
    companyName: input.userType === 'Member' ? tenant.displayName : null,
    employeeType: input.userType === 'Member' ? 'Employee' : null,
    businessPhones: [],
    mobilePhone: null,
    accountEnabled: input.accountEnabled,
    userType: input.userType,
    createdAt: instant(now),
    leftAt: null,
    passwordChangedAt: instant(now),
    licences: input.licences.map((sku) => ({ skuPartNumber: knownSku(sku), since: instant(now), viaGroup: null })),
    signIn: null,
    methods: [],
    mailbox: null,
    copilotUsedAt: null,
  };
  tenant.users.push(user);
  touched(tenant, user);
  return user;
}

export function updateUser(tenant: Tenant, user: TenantUser, changes: UserChanges): void {
  Object.assign(user, changes);
  touched(tenant, user);
}

/** Deletes a user as an administrator would: gone from listings, `@removed` in the next delta. */
export function removeUser(tenant: Tenant, user: TenantUser): void {
  tenant.users = tenant.users.filter((row) => row !== user);
  tenant.roleAssignments = tenant.roleAssignments.filter((row) => row.principalId !== user.id);
  touched(tenant, user, true);
}

function knownSku(text: string): SkuPartNumber {
  if (!isSkuPartNumber(text)) throw new WorldChangeError(`There is no SKU "${text}" in the simulated catalogue.`);
  return text;
}

export function assignLicence(tenant: Tenant, user: TenantUser, sku: string, now: Date): void {
  const skuPartNumber = knownSku(sku);
  if (user.licences.some((row) => row.skuPartNumber === skuPartNumber)) return;
  user.licences.push({ skuPartNumber, since: instant(now), viaGroup: null });
  touched(tenant, user);
}

export function removeLicence(tenant: Tenant, user: TenantUser, sku: string): void {
  user.licences = user.licences.filter((row) => row.skuPartNumber !== knownSku(sku));
  touched(tenant, user);
}

/** Sets the seats of a SKU's subscription. */
export function setSeats(tenant: Tenant, sku: string, seats: number): void {
  const subscription = tenant.subscriptions.find((row) => row.skuPartNumber === knownSku(sku));
  if (!subscription) throw new WorldChangeError(`Tenant ${tenant.code} has no subscription for "${sku}".`);
  subscription.seats = seats;
}

function findControl(tenant: Tenant, controlId: string) {
  const control = tenant.scores.controls.find((row) => row.controlId === controlId);
  if (!control) throw new WorldChangeError(`Tenant ${tenant.code} is not scored on control "${controlId}".`);
  return control;
}

/** Sets the points of a control from today on; earlier readings stay. */
export function setControlScore(tenant: Tenant, controlId: string, score: number, now: Date): void {
  const control = findControl(tenant, controlId);
  if (score < 0 || score > control.maxScore) {
    throw new WorldChangeError(`Control "${controlId}" has between 0 and ${control.maxScore} points, not ${score}.`);
  }
  const today = dayNumber(now);
  control.steps = control.steps.filter((step) => step.day < today);
  if (scoreOn(control, today) !== score || control.steps.length === 0) control.steps.push({ day: today, score });
}

/** Records a decision taken in the portal (`ThirdParty`, `Ignored`, `Reviewed`, `Default`). */
export function setControlState(tenant: Tenant, controlId: string, state: string, comment: string, now: Date): void {
  const updatedBy = `admin@${tenant.domains[0]?.name ?? tenant.id}`;
  findControl(tenant, controlId).states.push({ state, comment, updatedBy, updatedAt: instant(now) });
}

/** Finds a tenant for a control command by id, domain or demo code. */
export function tenantNamed(world: GraphWorld, name: string): Tenant {
  const wanted = name.toLowerCase();
  const tenant = world.tenants.find(
    (row) =>
      row.id === wanted || row.code.toLowerCase() === wanted || row.domains.some((domain) => domain.name === wanted),
  );
  if (!tenant) throw new WorldChangeError(`There is no tenant "${name}" in this world.`);
  return tenant;
}
