import type { NewFact } from '../../events/define.ts';
import type { VendorId } from '../../shared/integrations/vendor.ts';
import { AppError } from '../../shared/kernel/error.ts';
import { commit } from '../_kit/commit.ts';
import { type Op, unchanged } from '../_kit/operations.ts';
import type { Scope } from '../_kit/scope.ts';
import { find } from '../_kit/store.ts';
import type { DataSet, Target } from './data-set.service.ts';
import type { LeaseRow } from './lease.entity.ts';
import { holding, superseding } from './lease.ts';
import { CompanySourceEntity, type CompanySourceRow } from './organisation.entity.ts';
import type { PullRow } from './run.entity.ts';

/** A person ended or changed the mapping while the organisation was being synced: nothing more may be written for it. */
export class MappingEnded extends Error {
  override name = 'MappingEnded';
}

/** A write put together now: while it waits for its turn there is time for that. */
function built(op: Op): Op {
  const item = op.build();
  return { ...op, build: () => item };
}

/** The writing side of a sync step: every commit checks that the lease is held and the mapping still stands. */
export class SyncSession {
  readonly scope: Scope;
  readonly lease: LeaseRow;
  readonly vendor: VendorId;
  /** Lanes fetch side by side but write one after the other: they all check the one lease row. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(scope: Scope, lease: LeaseRow, vendor: VendorId) {
    this.scope = scope;
    this.lease = lease;
    this.vendor = vendor;
  }

  /** Commits under the lease and, for rows of a company, under its mapping. */
  commit(ops: readonly Op[], source?: CompanySourceRow, facts: readonly NewFact[] = []): Promise<void> {
    const guards = [holding(this.lease), ...(source ? [unchanged(CompanySourceEntity, source, 'mapping')] : [])];
    const ready = [...ops, ...guards].map(built);
    const turn = this.#turn.then(() => superseding(() => commit(this.scope, ready, facts)));
    this.#turn = turn.catch(() => undefined);
    return turn.catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'mapping.changed') throw new MappingEnded('The mapping ended.');
      throw error;
    });
  }

  /** The mapping that a pull works under, if it still stands. */
  async sourceOf(pull: PullRow): Promise<CompanySourceRow | undefined> {
    const { mspId } = this.scope;
    const get = CompanySourceEntity.get({ mspId, companyId: pull.companyId, vendor: this.vendor });
    const source = await find(this.scope, CompanySourceEntity, get, { consistent: true });
    const stands =
      source?.organisationId === pull.organisationId && source.integrationId === pull.integrationId && !source.leaving;
    return stands ? source : undefined;
  }
}

/** One pull at work. */
export interface Work {
  session: SyncSession;
  pull: PullRow;
  dataSet: DataSet;
  source: CompanySourceRow;
}

export function targetOf({ pull }: Pick<Work, 'pull'>): Target {
  return {
    companyId: pull.companyId,
    integrationId: pull.integrationId,
    externalId: pull.externalId,
    name: pull.organisation,
  };
}
