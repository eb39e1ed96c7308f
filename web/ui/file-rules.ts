export type FileRules = {
  /** MIME types, such as `image/png`, or endings, such as `.csv`. */
  accept: readonly string[];
  maxBytes: number;
};

/** A size as people say it: 850 kB, 2.4 MB (decimal, as file managers show it). */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  return `${Math.round(bytes / 100_000) / 10} MB`;
}

/** Why a file cannot be taken, in a sentence that says what can be; undefined when it can. The server checks again. */
export function fileError(file: { name: string; type: string; size: number }, rules: FileRules): string | undefined {
  const name = file.name.toLocaleLowerCase();
  const fits = rules.accept.some((each) =>
    each.startsWith('.') ? name.endsWith(each.toLocaleLowerCase()) : each === file.type,
  );
  if (!fits) return `${file.name} is not one of ${kinds(rules.accept)}.`;
  if (file.size > rules.maxBytes) {
    return `${file.name} is ${fileSize(file.size)}. The most is ${fileSize(rules.maxBytes)}.`;
  }
  return file.size === 0 ? `${file.name} is empty.` : undefined;
}

/** `image/svg+xml`, `.csv` as "SVG, CSV". */
export function kinds(accept: readonly string[]): string {
  return accept
    .map((each) => each.replace(/^.*\//, '').replace(/^\./, '').replace(/\+.*$/, '').toLocaleUpperCase())
    .join(', ');
}
