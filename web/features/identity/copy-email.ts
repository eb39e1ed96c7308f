import type { MenuItem } from '../../ui/menu-button.tsx';
import { toast } from '../../ui/toast.tsx';

/** What can be done with every row that has an address, whatever else may be. */
export const copyEmail = (email: string): MenuItem => ({
  id: 'copy',
  label: 'Copy email address',
  onSelect: () => void navigator.clipboard.writeText(email).then(() => toast({ title: 'Copied', detail: email })),
});
