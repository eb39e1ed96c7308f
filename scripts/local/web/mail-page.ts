import { createHash } from 'node:crypto';
import { type HttpReply, type HttpRequest, jsonReply } from '../gateway/http.ts';
import type { Mail, Mailbox } from '../services/mailbox.ts';

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d9dee5, #333b47); --quiet: light-dark(#5b6675, #9aa5b4); --link: light-dark(#1f5fd6, #8db4ff); }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 system-ui, sans-serif; background: light-dark(#f6f7f9, #14181e); color: light-dark(#1a2029, #e7ebf0); }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.25rem; margin: 0 0 1rem; }
a { color: var(--link); }
ol { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; background: light-dark(#fff, #1b2028); }
li + li { border-top: 1px solid var(--line); }
li a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: .75rem 1rem; text-decoration: none; color: inherit; }
li a:hover, li a:focus-visible { background: light-dark(#eef3fc, #232b37); }
li strong { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.quiet { color: var(--quiet); font-size: .875rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin: 0 0 1rem; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: inherit; padding: 1rem; margin: 0 0 1rem; border: 1px solid var(--line); border-radius: 10px; background: light-dark(#fff, #1b2028); }
iframe { width: 100%; height: 32rem; border: 1px solid var(--line); border-radius: 10px; background: #fff; }
`;

const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
const PAGE_POLICY = `default-src 'none'; style-src ${STYLE_HASH}; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
/** A mail's own HTML runs nothing and loads nothing, and its links leave the frame. */
const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation`;

/** `/_local/mail` (list), `/_local/mail/<id>` (one mail), `/_local/mail/<id>/html` (its HTML), `/_local/mail.json`. */
export function answerMail(mailbox: Mailbox, { path }: HttpRequest): HttpReply | undefined {
  if (path === '/_local/mail.json') return jsonReply(200, mailbox.list(), { 'cache-control': 'no-store' });
  if (path === '/_local/mail' || path === '/_local/mail/') return page('Mail', list(mailbox.list()));
  const [, id = '', html] = /^\/_local\/mail\/([\w-]+)(\/html)?$/.exec(path) ?? [];
  const mail = mailbox.get(id);
  if (!mail) return undefined;
  if (html) return htmlReply(`<base target="_top">${mail.html}`, MAIL_POLICY);
  return page(mail.subject, view(mail));
}

function list(mails: Mail[]): string {
  if (mails.length === 0)
    return '<h1>Mail</h1><p class="quiet">Nothing was sent yet. Mail never leaves this machine.</p>';
  const rows = mails.map(
    ({ id, at, to, subject }) =>
      `<li><a href="/_local/mail/${id}"><strong>${escaped(subject)}</strong><time class="quiet" datetime="${at}">${clock(at)}</time>` +
      `<span class="quiet">to ${escaped(to.join(', '))}</span></a></li>`,
  );
  return `<h1>Mail</h1><ol>${rows.join('')}</ol>`;
}

function view(mail: Mail): string {
  const fields = {
    From: [mail.from],
    To: mail.to,
    Cc: mail.cc,
    Bcc: mail.bcc,
    'Reply to': mail.replyTo,
    Sent: [clock(mail.at)],
    Attached: mail.attachments.map(({ name, bytes }) => `${name} (${Math.ceil(bytes / 1024)} kB)`),
  };
  const rows = Object.entries(fields).flatMap(([name, values]) =>
    values.length > 0 ? [`<dt>${name}</dt><dd>${escaped(values.join(', '))}</dd>`] : [],
  );
  const html = mail.html ? `<iframe title="HTML of the mail" src="/_local/mail/${mail.id}/html"></iframe>` : '';
  const text = mail.text ? `<pre>${linked(mail.text)}</pre>` : '';
  const files = mail.attachments.flatMap(({ name, text: content }) =>
    content ? [`<h2>${escaped(name)}</h2><pre>${escaped(content)}</pre>`] : [],
  );
  return (
    `<p><a href="/_local/mail">All mail</a></p><h1>${escaped(mail.subject)}</h1><dl>${rows.join('')}</dl>` +
    `${text}${files.join('')}${html}`
  );
}

function page(title: string, body: string): HttpReply {
  return htmlReply(
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
      `<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`,
    PAGE_POLICY,
  );
}

function htmlReply(body: string, policy: string): HttpReply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    },
    body,
  };
}

function clock(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}

function linked(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)])/)
    .map((part, index) => (index % 2 === 1 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
