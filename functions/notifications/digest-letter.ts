import type { Msp } from '../../shared/identity/msp.ts';
import { sinceText } from '../../shared/notifications/digest.ts';
import type { Reader } from '../../shared/notifications/kinds.ts';
import type { Notification } from '../../shared/notifications/notification.ts';
import { clientWords, staffWords } from '../../shared/notifications/words.ts';
import { composeMail, type Letter, type Section } from '../_kit/mail.ts';

/** Notifications that a digest names; it counts the others. */
const MOST_LINES = 30;
/** Heading for what is about no client of its own. */
const NO_CLIENT = 'All clients';

interface DigestFacts {
  msp: Pick<Msp, 'name' | 'slug' | 'accent' | 'supportEmail' | 'locale'>;
  /** `https://host`, without a slash at its end. */
  origin: string;
  /** The side on which it is read. */
  reader: Reader;
  /** What is new, newest first. */
  news: readonly Notification[];
  /** Names of clients by id. */
  names: ReadonlyMap<string, string>;
  since: Date;
  now: Date;
  zone: string;
}

/** Those of the news that a digest names. */
export const named = (news: readonly Notification[]) => news.slice(0, MOST_LINES);

/** What is new under the name of each client, in the words of the bell. */
function sectionsOf({ news, names, reader, origin, msp }: DigestFacts): Section[] {
  const line = (notification: Notification) => {
    const {
      title,
      detail,
      href = '',
    } = reader === 'client' ? clientWords(notification, msp.slug) : staffWords(notification);
    return { text: `${title}\t${detail}`, url: origin + href };
  };
  const byClient = Map.groupBy(named(news), ({ companyId }) => names.get(companyId ?? '') ?? NO_CLIENT);
  return [...byClient].map(([heading, told]) => ({ heading, lines: told.map(line) }));
}

/** What a person did not read since their last digest, as a mail. */
export function digestLetter(facts: DigestFacts): Letter {
  const { msp, origin, reader, news, since, now, zone } = facts;
  const home = reader === 'client' ? `/portal/${msp.slug}` : '';
  const things = news.length === 1 ? '1 thing' : `${news.length} things`;
  const more = news.length - named(news).length;
  return composeMail({
    brand: msp,
    subject: `${things} since ${sinceText(since, now, zone, msp.locale)}`,
    paragraphs: ['This happened and you have not read it yet.'],
    sections: [...sectionsOf(facts), ...(more > 0 ? [{ heading: `And ${more} more`, lines: [] }] : [])],
    action: {
      label: reader === 'client' ? 'Open your client portal' : 'Open the console',
      url: `${origin}${home || '/'}`,
    },
    notes: [
      'You get this mail because you asked for a digest.',
      { text: 'Choose what you are told', url: `${origin}${home}/account?tab=notifications` },
    ],
  });
}
