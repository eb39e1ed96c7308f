import { GripVertical, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { StatusIcon } from '../../ui/status-icon.tsx';

/** One section of a draft. Its handle drags, opens a menu of ways, and takes the arrow keys. */
export function SectionRow({
  id,
  number,
  title,
  detail,
  outlook,
  isOver,
  ways,
  onMove,
  onOver,
  onDrop,
  onRemove,
}: {
  id: string;
  number: number;
  title: string;
  detail: string;
  outlook: { leftOut: boolean; says: string } | undefined;
  /** Something is held over it. */
  isOver: boolean;
  ways: { up: boolean; down: boolean; out: boolean };
  onMove: (by: number) => void;
  onOver: (id: string | undefined) => void;
  onDrop: (id: string, before: string) => void;
  onRemove: () => void;
}) {
  const movable = ways.up || ways.down;
  const steer = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  };
  const items = [
    ...(ways.up ? [{ id: 'up', label: 'Move up', onSelect: () => onMove(-1) }] : []),
    ...(ways.down ? [{ id: 'down', label: 'Move down', onSelect: () => onMove(1) }] : []),
  ];
  return (
    <li
      data-section={id}
      draggable={movable}
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        event.preventDefault();
        onOver(id);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) onOver(undefined);
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop(event.dataTransfer.getData('text/plain'), id);
      }}
      className={cx('flex min-h-11 items-center gap-2 py-1 pr-2 pl-2', isOver && 'bg-selected')}
    >
      {movable ? (
        <span
          data-move
          // Before the button's own keys: an arrow would open its menu.
          onKeyDownCapture={steer}
        >
          <MenuButton
            bare
            label={`Move ${title}`}
            align="start"
            className="grid size-7 touch:size-11 max-sm:size-11 cursor-grab place-items-center rounded-control text-ink-3 hover:bg-hover hover:text-ink [&_svg]:size-4"
            groups={[{ id: 'move', items }]}
          >
            <GripVertical aria-hidden />
          </MenuButton>
        </span>
      ) : (
        <span className="w-7 shrink-0 touch:w-11 max-sm:w-11" />
      )}
      <span className="num w-5 shrink-0 text-right text-ink-3">{number}</span>
      <span className="flex min-w-0 flex-1 items-baseline gap-x-3 max-sm:flex-col sm:items-center">
        <span className="font-medium">{title}</span>
        <span className="min-w-0 flex-1 truncate text-ink-3 text-meta max-lg:hidden">{detail}</span>
        {outlook?.says ? (
          <span
            className={cx(
              'flex shrink-0 items-center gap-1.5 text-meta sm:ml-auto',
              outlook.leftOut ? 'text-warn' : 'num text-ink-2',
            )}
          >
            {outlook.leftOut ? `${outlook.says}: left out` : outlook.says}
            {outlook.leftOut ? <StatusIcon tone="warn" label="" /> : null}
          </span>
        ) : null}
      </span>
      {ways.out ? <IconButton small label={`Leave out: ${title}`} icon={<X aria-hidden />} onClick={onRemove} /> : null}
    </li>
  );
}
