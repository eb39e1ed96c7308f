import { Button } from './button.tsx';
import { type RecordRef, useRecordActions } from './record-actions.tsx';

/** Other features' actions on the record that stands open in a panel, below its name. */
export function RecordButtons({ record }: { record: RecordRef | undefined }) {
  const actions = useRecordActions()(record ? [record] : []);
  if (actions.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2 pt-1">
      {actions.map(({ id, label, icon, onSelect }) => (
        <Button key={id} size="sm" icon={icon} onClick={onSelect}>
          {label}
        </Button>
      ))}
    </div>
  );
}
