/** A mail, ready to be sent. */
export interface Letter {
  fromName: string;
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  attachments?: readonly Attachment[];
}

/** A small text file beside the letter, such as a calendar entry. */
export interface Attachment {
  fileName: string;
  contentType: string;
  content: string;
}

/** Text, or text that leads somewhere. It starts with what stands before its first tab, in bold or as the link. */
export type Line = string | { text: string; url: string };

/** A heading with lines below it. */
export interface Section {
  heading: string;
  lines: readonly Line[];
}

interface LetterFacts {
  /** Name, colour `#rrggbb` and reply address of the MSP in whose name it goes. */
  brand: { name: string; accent: string; supportEmail: string };
  subject: string;
  paragraphs: readonly string[];
  /** What follows the paragraphs under headings of its own: an agenda, minutes. */
  sections?: readonly Section[];
  /** The one thing to do. */
  action?: { label: string; url: string };
  /** What stands small below the action. */
  notes?: readonly Line[];
  attachments?: readonly Attachment[];
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);

/** One line without control characters: nothing that is typed can add a header. */
const oneLine = (text: string) => text.replaceAll(/\p{Cc}+/gu, ' ').trim();

function lineOf(line: Line): string {
  const [text, url] = typeof line === 'string' ? [line] : [line.text, line.url];
  const [first = '', ...rest] = text.split('\t');
  const start = rest.length === 0 ? escaped(first) : `<b>${escaped(first)}</b>`;
  const words = [url ? `<a href="${escaped(url)}" style="color:inherit">${start}</a>` : start, ...rest.map(escaped)];
  return words.join(' ');
}

function textOf(line: Line): string {
  const words = (typeof line === 'string' ? line : line.text).replaceAll('\t', ': ');
  return typeof line === 'string' ? words : `${words}\n  ${line.url}`;
}

function sectionOf({ heading, lines }: Section): string {
  const item = 'margin:0 0 6px;font-size:15px;line-height:22px;color:#16191f';
  return (
    `<h2 style="margin:24px 0 8px;font-size:15px;line-height:22px;color:#16191f">${escaped(heading)}</h2>` +
    lines.map((line) => `<p style="${item}">${lineOf(line)}</p>`).join('')
  );
}

function htmlOf({ brand, subject, paragraphs, sections = [], action, notes = [] }: LetterFacts): string {
  const colour = /^#[0-9a-f]{6}$/.test(brand.accent) ? brand.accent : '#1f5fbf';
  const say = (text: string, style: string) => `<p style="${style}">${escaped(text)}</p>`;
  const body = 'margin:0 0 16px;font-size:15px;line-height:22px;color:#16191f';
  const small = 'margin:0 0 8px;font-size:13px;line-height:18px;color:#5f6774';
  const button = action
    ? `<p style="margin:24px 0"><a href="${escaped(action.url)}" style="display:inline-block;padding:12px 20px;` +
      `border-radius:6px;background:${colour};color:#ffffff;font-size:15px;text-decoration:none">${escaped(action.label)}</a></p>` +
      `<p style="${small}">If the button does not work, copy this address: <br>${escaped(action.url)}</p>`
    : '';
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#f7f8f9;font-family:Arial,Helvetica,sans-serif">`,
    `<div style="max-width:520px;margin:0 auto;padding:32px;background:#ffffff;border-top:4px solid ${colour}">`,
    say(brand.name, `margin:0 0 24px;font-size:17px;font-weight:bold;color:${colour}`),
    ...paragraphs.map((text) => say(text, body)),
    ...sections.map(sectionOf),
    button,
    ...notes.map((line) => `<p style="${small}">${lineOf(line)}</p>`),
    `</div></body></html>`,
  ].join('');
}

/**
 * A plain letter in the MSP's name: text and the same as simple HTML. Everything that people typed is escaped; there are
 * no pictures and no tracking.
 */
export function composeMail(facts: LetterFacts): Letter {
  const { brand, paragraphs, sections = [], action, notes = [], attachments = [] } = facts;
  const subject = oneLine(facts.subject);
  const listed = sections.map(({ heading, lines }) =>
    [heading, ...lines.map((line) => `- ${textOf(line)}`)].join('\n'),
  );
  const parts = [
    ...paragraphs,
    ...listed,
    ...(action ? [`${action.label}:\n${action.url}`] : []),
    ...notes.map(textOf),
    brand.name,
  ];
  return {
    fromName: oneLine(brand.name),
    ...(brand.supportEmail ? { replyTo: brand.supportEmail } : {}),
    subject,
    text: `${parts.join('\n\n')}\n`,
    html: htmlOf({ ...facts, subject }),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
}
