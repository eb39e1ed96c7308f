import type { ReactNode } from 'react';
import { Button, type ButtonProps } from './button.tsx';
import { cx } from './cx.ts';
import { Tooltip } from './tooltip.tsx';

export type IconButtonProps = Omit<ButtonProps, 'icon' | 'children' | 'size'> & {
  /** Names the button for everyone: read aloud, and shown as a tooltip. */
  label: string;
  icon: ReactNode;
  small?: boolean;
  /** A dot for "something new"; say the number in `label`. */
  dot?: boolean;
};

/** A square button with an icon only. */
export function IconButton({ label, icon, small, dot, variant, className, ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label}>
      <Button
        variant={variant ?? 'quiet'}
        size={small ? 'iconSm' : 'icon'}
        aria-label={label}
        className={cx('relative', className)}
        {...rest}
      >
        {icon}
        {dot ? (
          <span className="-mt-2.5 absolute top-1/2 left-1/2 ml-0.5 size-2 rounded-full bg-accent ring-2 ring-surface" />
        ) : null}
      </Button>
    </Tooltip>
  );
}
