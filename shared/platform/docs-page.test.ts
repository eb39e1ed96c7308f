import { describe, expect, it } from 'vitest';
import { docsPage } from './docs-page.ts';

describe('the page of the API document', () => {
  const document = {
    info: { title: 'Fairlead', description: 'a < b & "c"' },
    paths: {
      '/companies/{companyId}': {
        patch: {
          operationId: 'companies.edit',
          tags: ['companies'],
          'x-permission': 'companies:write',
          security: [{ session: [] }, { apiKey: [] }],
          parameters: [{ name: 'companyId', in: 'path', required: true, schema: { type: 'string' } }],
          requestBody: {
            content: {
              'application/json': {
                schema: { properties: { status: { enum: ['active', 'onboarding'] } }, required: ['status'] },
              },
            },
          },
        },
        delete: { operationId: 'companies.close', tags: ['companies'], 'x-permission': 'msp:write' },
      },
    },
    webhooks: {
      'companies.company.created': {
        post: {
          summary: 'A client was added.',
          requestBody: {
            content: { 'application/json': { schema: { properties: { data: { properties: { companyId: {} } } } } } },
          },
        },
      },
    },
  };
  const page = docsPage(document, [{ id: 'list', title: 'List', says: ['Take `a < b`.'], code: 'curl "$X" && y' }]);

  it('shows method, path, permission and fields', () => {
    for (const words of [
      '<b>PATCH</b>',
      '/api/companies/{companyId}',
      'companies:write',
      'active | onboarding',
      'required',
    ]) {
      expect(page).toContain(words);
    }
  });

  it('says what no key may do', () => {
    expect(page).toContain('<span>companies:write</span>');
    expect(page).toContain('<span>msp:write, not by key</span>');
  });

  it('begins with the worked example and the events', () => {
    expect(page).toContain(
      '<p>Take <code>a &lt; b</code>.</p><pre tabindex="0"><code>curl &quot;$X&quot; &amp;&amp; y</code></pre>',
    );
    expect(page).toContain('<td>A client was added.</td><td><code>companyId</code></td>');
  });

  it('is plain and safe: texts escaped, no script, no inline style', () => {
    expect(page).toContain('a &lt; b &amp; &quot;c&quot;');
    expect(page).not.toMatch(/<script|<style|style=/);
  });
});
