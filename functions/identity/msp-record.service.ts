import { darkVariant } from '../../shared/identity/branding.ts';
import { type Brand, Slug } from '../../shared/identity/msp.ts';
import { notFound } from '../../shared/kernel/error.ts';
import type { Scope } from '../_kit/scope.ts';
import { find, mustFind } from '../_kit/store.ts';
import { BrandEntity, type BrandRow, MspEntity, type MspRow, SlugEntity, type SlugRow } from './msp.entity.ts';
import { actingFor } from './scopes.ts';

/** The record of the scope's MSP, as it stands now. */
export function currentMsp(scope: Scope): Promise<MspRow> {
  return mustFind(scope, MspEntity, MspEntity.get({ mspId: scope.mspId }), 'MSP');
}

/** The face of an MSP. */
export function brandOf({ name, slug, logo, accent, supportEmail, supportPhone }: MspRow): Brand {
  return { name, slug, logo, accent, accentDark: darkVariant(accent), supportEmail, supportPhone };
}

/** The row of the MSP's face that client users may read. */
export function brandRow(msp: MspRow): BrandRow {
  return { mspId: msp.mspId, ...brandOf(msp) };
}

/** The vault's row of the MSP: found by its slug, read before any wall. */
export function slugRow({ slug, mspId, name, mfaRequired, portalMfaRequired }: MspRow): SlugRow {
  return { slug, mspId, name, mfaRequired, portalMfaRequired };
}

/** The MSP of a portal's address, or undefined; any text may be asked for. */
export async function findBySlug(scope: Scope, given: string): Promise<SlugRow | undefined> {
  const { data: slug } = Slug.safeParse(given);
  return slug === undefined ? undefined : find(scope, SlugEntity, SlugEntity.get({ slug }));
}

/** The face of a portal, for its sign-in page. */
export async function brand(scope: Scope, { mspSlug }: { mspSlug: string }): Promise<Brand> {
  const card = await findBySlug(scope, mspSlug);
  const own = card && actingFor(scope, card.mspId);
  const row = own && (await find(own, BrandEntity, BrandEntity.get({ mspId: own.mspId })));
  if (!row) throw notFound('portal');
  return row;
}

/** The face of the scope's own MSP, which client users may read. */
export function ownBrand(scope: Scope): Promise<Brand> {
  return mustFind(scope, BrandEntity, BrandEntity.get({ mspId: scope.mspId }), 'portal');
}
