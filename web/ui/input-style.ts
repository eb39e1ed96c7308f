/** The face of every one-line control: text, number, money, date, select, combobox. */
export const inputStyle =
  'input-face min-w-0 rounded-control border border-line-field bg-surface text-field hover:border-ink-3 focus-visible:border-accent focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-0 aria-invalid:border-bad disabled:bg-sunken disabled:text-ink-3 [&[readonly]]:bg-sunken';
