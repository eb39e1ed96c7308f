/** Formats numbers as people of `locale` write them. Apart from the charts, so that a small one does not bring a large one along. */
export function plainNumber(locale: string): (value: number) => string {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return (value) => format.format(value);
}
