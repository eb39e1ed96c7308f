/** The face of every one-line control: text, number, money, date, select, combobox. */
export const inputStyle =
  'h-control w-full min-w-0 rounded-control border border-line-field bg-surface px-2.5 text-field text-ink touch:px-3 hover:border-ink-3 focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-0 aria-invalid:border-bad disabled:bg-sunken disabled:text-ink-3 [&[readonly]]:bg-sunken';
