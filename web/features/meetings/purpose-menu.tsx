import { ChevronDown } from 'lucide-react';
import type { Purpose } from '../../../shared/meetings/agenda.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { PURPOSES } from './text.ts';

const PURPOSE_ORDER = Object.keys(PURPOSES) as Purpose[];

/** What an item is for: to inform, to discuss, to decide. */
export function PurposeMenu({
  title,
  purpose,
  onChange,
}: {
  title: string;
  purpose: Purpose;
  onChange: (purpose: Purpose) => void;
}) {
  return (
    <MenuButton
      bare
      align="start"
      className="flex min-h-6 items-center gap-0.5 rounded-badge font-medium text-ink-2 hover:text-ink max-sm:min-h-11 [&_svg]:size-3"
      groups={[
        {
          id: 'purpose',
          items: PURPOSE_ORDER.map((one) => ({
            id: one,
            label: PURPOSES[one],
            checked: one === purpose,
            onSelect: () => onChange(one),
          })),
        },
      ]}
    >
      <span className="sr-only">Purpose of {title}: </span>
      {PURPOSES[purpose]}
      <ChevronDown aria-hidden />
    </MenuButton>
  );
}
