const BREAKS = /<\s*(br|\/p|\/div|\/li|\/ol|\/ul|\/h\d)\b[^>]*>/gi;
const BULLETS = /<\s*li\b[^>]*>/gi;
const TAGS = /<[^>]*>/g;
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };

/**
 * The words of a vendor's HTML, lines kept: what others wrote is shown as text, never as markup.
 *
 * @param most characters kept
 */
export function plainText(html: string | null | undefined, most: number): string {
  if (!html) return '';
  return html
    .replaceAll(/[\r\n\t]+/g, ' ')
    .replaceAll(BULLETS, '\n- ')
    .replaceAll(BREAKS, '\n')
    .replaceAll(TAGS, '')
    .replaceAll(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name.toLowerCase()] ?? whole)
    .split('\n')
    .map((line) => line.replaceAll(/ +/g, ' ').trim())
    .filter((line) => line !== '' && line !== '-')
    .join('\n')
    .slice(0, most);
}
