import type { Page } from '../../shared/kernel/page.ts';
import type { LookUps } from '../../shared/search/asked.ts';

/** Rows that a read unit or a bit more pays for: the first look at a word. */
const PAGE = 30;
/** The next look at it takes so many times as many. */
const WIDER = 4;
/** Rows after which nothing is read any more, when nothing was found so far and when too little was. */
const MOST = { forAny: 600, forMore: 300 };

interface Way<Row> {
  read: (word: string, limit: number, cursor?: string) => Promise<Page<Row>>;
  isMeant: (row: Row) => boolean;
  /** Rows of one record have one name. */
  nameOf: (row: Row) => string;
  /** Records after which nobody needs to look further. */
  enough: number;
}

/**
 * Rows of the records that are meant, and whether any may be left. Nearly always one look at one word is all. A word that
 * many others share, or shares with clients that the actor does not see, is not read on before every other word had its
 * first look: the one with the fewest rows ends the search. Then all are read on in turn, ever further.
 */
export async function seek<Row>(
  { forms, pieces }: LookUps,
  { read, isMeant, nameOf, enough }: Way<Row>,
): Promise<{ rows: Row[]; rest: boolean }> {
  const found = new Map<string, Row>();
  let looked = 0;
  const most = () => (found.size === 0 ? MOST.forAny : MOST.forMore);
  const isOver = () => found.size >= enough || looked >= most();
  let waiting: { word: string; isPiece: boolean; cursor?: string }[] = [
    ...forms.map((word) => ({ word, isPiece: false })),
    ...pieces.map((word) => ({ word, isPiece: true })),
  ];
  for (let size = PAGE; waiting.length > 0; size *= WIDER) {
    const unread: typeof waiting = [];
    let isAllSeen = false;
    for (const { word, isPiece, cursor } of waiting) {
      if (isPiece && isAllSeen) continue;
      if (isOver()) return { rows: [...found.values()], rest: true };
      const page = await read(word, Math.min(size, most() - looked), cursor);
      looked += page.items.length;
      for (const row of page.items.filter(isMeant)) if (!found.has(nameOf(row))) found.set(nameOf(row), row);
      if (page.cursor !== undefined) unread.push({ word, isPiece, cursor: page.cursor });
      // Records of very many words have rows of some only: a word that found nothing proves nothing.
      else if (isPiece && found.size > 0) isAllSeen = true;
    }
    waiting = isAllSeen ? unread.filter(({ isPiece }) => !isPiece) : unread;
  }
  return { rows: [...found.values()], rest: false };
}
