import type { Control } from '../../../shared/m365/control.ts';
import type { Licence } from '../../../shared/m365/licence.ts';
import type { RecordRef } from '../../ui/record-actions.tsx';

/** A control of a client's Secure Score as other features' actions know it. */
export const controlRef = (
  companyId: string,
  { controlId, title }: Pick<Control, 'controlId' | 'title'>,
): RecordRef => ({
  kind: 'control',
  id: controlId,
  label: title,
  companyId,
});

/** A licence of a client likewise. */
export const licenceRef = (companyId: string, { partNumber, name }: Licence): RecordRef => ({
  kind: 'licence',
  id: partNumber,
  label: name,
  companyId,
});
