import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

export interface Mail {
  id: string;
  /** ISO instant. */
  at: string;
  from: string;
  to: string[];
  cc: string[];
  bcc: string[];
  replyTo: string[];
  subject: string;
  text: string;
  html: string;
  /** Name and size; of text, such as a calendar entry, the text itself. Other bytes are not kept. */
  attachments: { name: string; type: string; bytes: number; text?: string }[];
}

/** The mail the product sent, newest first. It never leaves this machine. */
export class Mailbox {
  readonly #journal: DatabaseSync;

  constructor(journal: DatabaseSync) {
    this.#journal = journal;
  }

  /** Keeps a mail that was sent at this time, and returns its message id. */
  add(at: Date, mail: Omit<Mail, 'id' | 'at'>): string {
    const id = randomUUID();
    const message = JSON.stringify({ id, at: at.toISOString(), ...mail } satisfies Mail);
    this.#journal.prepare('INSERT INTO mail (id, at, message) VALUES (?, ?, ?)').run(id, at.getTime(), message);
    return id;
  }

  list(limit = 200): Mail[] {
    const rows = this.#journal.prepare('SELECT message FROM mail ORDER BY at DESC, rowid DESC LIMIT ?').all(limit);
    return rows.map(mailOf);
  }

  /** Mail to, cc or bcc this address, newest first. */
  to(address: string): Mail[] {
    const wanted = address.toLowerCase();
    const about = 'SELECT message FROM mail WHERE instr(lower(message), ?) > 0 ORDER BY at DESC, rowid DESC';
    const mails = this.#journal.prepare(about).all(wanted).map(mailOf);
    return mails.filter(({ to, cc, bcc }) => [...to, ...cc, ...bcc].some((one) => addressIn(one) === wanted));
  }

  get(id: string): Mail | undefined {
    const row = this.#journal.prepare('SELECT message FROM mail WHERE id = ?').get(id);
    return row && mailOf(row);
  }

  clear(): void {
    this.#journal.exec('DELETE FROM mail');
  }
}

const mailOf = ({ message }: Record<string, unknown>) => JSON.parse(String(message)) as Mail;

/** The bare address of `Ada <ada@example.com>`, lower-cased. */
export function addressIn(mailbox: string): string {
  return (/<([^<>]+)>\s*$/.exec(mailbox)?.[1] ?? mailbox).trim().toLowerCase();
}
