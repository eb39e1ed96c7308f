import type { Scope } from './scope.ts';

/** Keys are made here, so that every file stands under its MSP and its company, where the wall lets it be read. */
export function companyFile({ mspId }: Pick<Scope, 'mspId'>, companyId: string, path: string): string {
  return `t/${mspId}/c/${companyId}/${path}`;
}

/** A file of the MSP itself, for its staff. */
export function mspFile({ mspId }: Pick<Scope, 'mspId'>, path: string): string {
  return `t/${mspId}/${path}`;
}
