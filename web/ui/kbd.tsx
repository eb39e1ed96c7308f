import { cx } from './cx.ts';

const mac = typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);
const names: Record<string, string> = {
  mod: mac ? '⌘' : 'Ctrl',
  escape: 'Esc',
  enter: 'Enter',
  arrowdown: '↓',
  arrowup: '↑',
  arrowleft: '←',
  arrowright: '→',
  pageup: 'PgUp',
  pagedown: 'PgDn',
};

/** Keys of a shortcut in our notation (`g d`, `mod+k`), drawn as caps for this machine. */
export function Kbd({ keys, className }: { keys: string; className?: string }) {
  return (
    <span className={cx('inline-flex gap-1', className)}>
      {keys.split(/[ +]/).map((key) => (
        <kbd
          key={key}
          className="grid h-5 min-w-5 place-items-center rounded-badge border border-line bg-sunken px-1 font-sans text-11 text-ink-2 dark:bg-surface"
        >
          {names[key] ?? (key.length === 1 ? key.toLocaleUpperCase() : key)}
        </kbd>
      ))}
    </span>
  );
}
