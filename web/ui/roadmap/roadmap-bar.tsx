import { EyeOff } from 'lucide-react';
import { type KeyboardEvent, memo } from 'react';
import { BAR, type RoadmapBarBox } from '../../../shared/planner/roadmap-layout.ts';
import { cx } from '../cx.ts';
import type { RoadmapActions } from './roadmap-actions.ts';
import type { RoadmapItem } from './roadmap-types.ts';
import { barLabel } from './roadmap-words.ts';
import { BAR_STYLE, StatusMark } from './status-mark.tsx';
import { useActive } from './use-active.ts';

/** Sizes of a lane in pixels: bars of 32, 4 apart, 10 above and below. */
export const LANE = { pad: 10, pitch: 36, bar: 32 } as const;

interface RoadmapBarProps {
  item: RoadmapItem;
  box: RoadmapBarBox;
  laneName: string;
  /** True while this bar is being moved. */
  lifted: boolean;
  hintId: string;
  actions: RoadmapActions;
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

function sameBar(a: RoadmapBarProps, b: RoadmapBarProps): boolean {
  const boxKeys = Object.keys(a.box) as (keyof RoadmapBarBox)[];
  return (
    a.item === b.item &&
    a.laneName === b.laneName &&
    a.lifted === b.lifted &&
    a.hintId === b.hintId &&
    a.actions === b.actions &&
    boxKeys.every((key) => a.box[key] === b.box[key])
  );
}

/** One piece of work. It draws again only when its item, its place or its lifting changed. */
export const RoadmapBar = memo(function RoadmapBar({ item, box, laneName, lifted, hintId, actions }: RoadmapBarProps) {
  const { active, handlers } = useActive();
  const { labelSide } = box;
  const inside = labelSide === 'inside' || labelSide === 'cut';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') actions.cancel();
    if (!ARROWS.includes(event.key) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    actions.key(item, event.key, event.shiftKey);
  };
  return (
    <li
      data-bar={item.id}
      className={cx('absolute', lifted ? 'z-20' : active && 'z-10')}
      style={{ left: box.x, top: LANE.pad + box.row * LANE.pitch, width: box.width, height: LANE.bar }}
      {...handlers}
    >
      <button
        type="button"
        data-item={item.id}
        aria-label={barLabel(item, laneName, actions.money, actions.locale)}
        aria-describedby={hintId}
        onClick={() => actions.open(item.id)}
        onKeyDown={onKeyDown}
        onBlur={() => actions.settleKeys()}
        className={cx(
          'flex size-full touch-pan-y select-none items-center gap-[5px] overflow-hidden rounded-control border pr-1.5 pl-[7px] text-left font-medium text-12 text-ink',
          BAR_STYLE[item.status],
          box.cutLeft && 'rounded-l-none border-l-0',
          box.cutRight && 'rounded-r-none border-r-0',
          lifted && 'cursor-grabbing shadow-pop',
        )}
      >
        <StatusMark status={item.status} />
        {inside && <Title item={item} cut={labelSide === 'cut'} />}
        {box.showIcons &&
          item.icons?.map(({ icon: Icon, label }, at) => (
            <Icon key={label} aria-hidden className={cx('size-4 shrink-0 text-ink-2', at === 0 && 'ml-auto')} />
          ))}
      </button>
      {!box.cutRight && (
        <span
          data-resize={item.id}
          className={cx(
            'no-print absolute inset-y-0 right-0 flex w-2 cursor-ew-resize touch-pan-y items-center justify-center',
            !(active || lifted) && 'opacity-0',
          )}
        >
          <span className="h-3.5 w-0.5 rounded-full bg-ink-3/60" />
        </span>
      )}
      {!inside && (
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-1.5 flex items-center gap-1 whitespace-nowrap bg-surface font-medium text-12 text-ink"
          style={labelSide === 'right' ? { left: box.width + BAR.labelGap } : { right: box.width + BAR.labelGap }}
        >
          <Title item={item} cut={false} />
        </span>
      )}
      {active && !lifted && (
        <span className="no-print absolute inset-y-0 right-full mr-px flex items-center">
          <span className="flex rounded-control border border-line bg-surface shadow-pop empty:hidden">
            {actions.menu(item)}
            {actions.more(item)}
          </span>
        </span>
      )}
    </li>
  );
}, sameBar);

function Title({ item, cut }: { item: RoadmapItem; cut: boolean }) {
  return (
    <>
      <span className={cut ? 'truncate' : 'whitespace-nowrap'}>{item.title}</span>
      {!item.published && <EyeOff aria-hidden className="ml-0.5 size-3.5 shrink-0 text-ink-3" />}
    </>
  );
}
