interface Schema {
  type?: string | string[];
  format?: string;
  enum?: unknown[];
  description?: string;
}

interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

interface Body {
  properties?: Record<string, Schema>;
  required?: string[];
}

interface Operation {
  operationId?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { content?: Record<string, { schema?: Body }> };
  'x-permission'?: string;
  security?: Record<string, unknown>[];
}

interface Told {
  post?: {
    summary?: string;
    requestBody?: { content?: Record<string, { schema?: { properties?: { data?: Body } } }> };
  };
}

/** As much of an OpenAPI document as the page shows. */
export interface ApiDocument {
  info?: { title?: string; description?: string };
  paths?: Record<string, Record<string, Operation>>;
  /** Events that are told outside, by name. */
  webhooks?: Record<string, Told>;
}

/** A step of the way into the API: what to do, and the very text that does it. A test runs each of them. */
export interface Step {
  id: string;
  title: string;
  /** Paragraphs. Words between backquotes are code. */
  says: readonly string[];
  code?: string;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function kind({ type, format, enum: words }: Schema = {}): string {
  if (words) return words.map((word) => String(word)).join(' | ');
  return [type, format].flat().filter(Boolean).join(' ') || 'any';
}

function fieldsOf({
  parameters = [],
  requestBody,
}: Operation): { name: string; from: string; kind: string; required: boolean }[] {
  const body = requestBody?.content?.['application/json']?.schema;
  return [
    ...parameters.map((one) => ({
      name: one.name,
      from: one.in,
      kind: kind(one.schema),
      required: one.required ?? false,
    })),
    ...Object.entries(body?.properties ?? {}).map(([name, schema]) => ({
      name,
      from: 'body',
      kind: kind(schema),
      required: body?.required?.includes(name) ?? false,
    })),
  ];
}

/** Who may: the permission, and whether a key can have it. */
function accessOf({ 'x-permission': permission = '', security = [] }: Operation): string {
  const byKey = permission === 'public' || security.some((way) => 'apiKey' in way);
  return byKey ? permission : `${permission}, not by key`;
}

/** A paragraph whose words between backquotes are code. */
function paragraph(text: string): string {
  const parts = text.split('`').map((part, at) => (at % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part)));
  return `<p>${parts.join('')}</p>`;
}

function guideOf(steps: readonly Step[]): string {
  const shown = steps.map(({ id, title, says, code }) => {
    const text = code === undefined ? '' : `<pre tabindex="0"><code>${escaped(code)}</code></pre>`;
    return `<section id="guide-${id}"><h3>${escaped(title)}</h3>${says.map(paragraph).join('')}${text}</section>`;
  });
  return `<h2 id="guide">A worked example</h2>${shown.join('')}`;
}

function eventsOf(webhooks: Record<string, Told>): string {
  const rows = Object.entries(webhooks).map(([name, { post }]) => {
    const data = post?.requestBody?.content?.['application/json']?.schema?.properties?.data;
    const fields = Object.keys(data?.properties ?? {}).join(', ');
    return `<tr><td><code>${escaped(name)}</code></td><td>${escaped(post?.summary ?? '')}</td><td><code>${escaped(fields)}</code></td></tr>`;
  });
  if (rows.length === 0) return '';
  return `<h2 id="events">Events of webhooks</h2><table><thead><tr><th>Type</th><th>What happened</th><th>Data</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function section(method: string, path: string, operation: Operation): string {
  const fields = fieldsOf(operation);
  const rows = fields
    .map(
      (field) =>
        `<tr><td><code>${escaped(field.name)}</code></td><td>${field.from}</td><td>${escaped(field.kind)}</td><td>${field.required ? 'required' : ''}</td></tr>`,
    )
    .join('');
  const table =
    fields.length === 0
      ? ''
      : `<table><thead><tr><th>Field</th><th>In</th><th>Kind</th><th></th></tr></thead><tbody>${rows}</tbody></table>`;
  return `<details id="${escaped(operation.operationId ?? '')}"><summary><b>${method.toUpperCase()}</b> <code>/api${escaped(path)}</code> <span>${escaped(accessOf(operation))}</span></summary>${table}</details>`;
}

/** A readable page of an API document: no script and no inline style, as the content security policy asks. */
export function docsPage(document: ApiDocument, guide: readonly Step[] = []): string {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? [{ path, method, operation: item[method] }] : [])),
  );
  const areas = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'other');
  const names = [...areas.keys()];
  const own = ['guide', ...(document.webhooks ? ['events'] : [])];
  const nav = [...own, ...names].map((name) => `<a href="#${escaped(name)}">${escaped(name)}</a>`).join(' ');
  const body = [...areas]
    .map(
      ([name, own]) =>
        `<h2 id="${escaped(name)}">${escaped(name)}</h2>${own.map(({ method, path, operation }) => section(method, path, operation)).join('')}`,
    )
    .join('');
  const { title = 'API', description = '' } = document.info ?? {};
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(title)} API</title><link rel="stylesheet" href="/docs.css"></head><body><main><h1>${escaped(title)} API</h1>${paragraph(description)}<p><a href="/api/openapi.json">OpenAPI 3.1 document</a></p><nav aria-label="Areas">${nav}</nav>${guideOf(guide)}${eventsOf(document.webhooks ?? {})}${body}</main></body></html>`;
}
