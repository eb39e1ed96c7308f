import type { Licence } from '../../../shared/m365/licence.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { WhereUsed } from '../../ui/record-panels.tsx';

/** Where a licence is used: it has no page or panel of its own. Loads on first use. */
export default function LicenceUses({
  companyId,
  licence: { partNumber, name },
  onClose,
}: {
  companyId: string;
  licence: Licence;
  onClose: () => void;
}) {
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={`Where ${name} is used`}>
      <WhereUsed record={{ kind: 'licence', id: partNumber, companyId }} frame="bare" />
    </Dialog>
  );
}
