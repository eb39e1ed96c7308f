import { Popover } from '@base-ui/react/popover';
import { Button } from './button.tsx';
import { Checkbox } from './checkbox.tsx';
import { cx } from './cx.ts';
import type { FacetFilterProps } from './facet-filter.tsx';
import type { PopupProps } from './popup-button.tsx';
import { popupStyle } from './popup-style.ts';

/** The open list of FacetFilter, in a chunk of its own. */
export default function FacetList({
  open,
  onOpenChange,
  anchor,
  label,
  options,
  value,
  onChange,
}: PopupProps & FacetFilterProps) {
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Portal>
        <Popover.Positioner anchor={anchor} align="start" sideOffset={4} className="z-50">
          <Popover.Popup aria-label={label} finalFocus={anchor} className={cx(popupStyle, 'min-w-48 p-2')}>
            <div className="flex max-h-80 flex-col gap-0.5 overflow-y-auto px-1">
              {options.map((option) => (
                <Checkbox
                  key={option.value}
                  label={
                    <span className="flex items-baseline justify-between gap-4">
                      {option.label}
                      {option.count === undefined ? null : (
                        <span className="num text-ink-3 text-meta">{option.count}</span>
                      )}
                    </span>
                  }
                  checked={value.includes(option.value)}
                  onChange={(on) =>
                    onChange(on ? [...value, option.value] : value.filter((each) => each !== option.value))
                  }
                />
              ))}
            </div>
            {value.length > 0 ? (
              <Button variant="quiet" size="sm" className="mt-1 w-full" onClick={() => onChange([])}>
                Any {label.toLocaleLowerCase()}
              </Button>
            ) : null}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
