/** Options of a select out of a table of words. */
export function optionsOf<Value extends string>(words: Record<Value, string | { word: string }>) {
  return (Object.entries(words) as [Value, string | { word: string }][]).map(([value, said]) => ({
    value,
    label: typeof said === 'string' ? said : said.word,
  }));
}
