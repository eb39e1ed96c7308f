import { describe, expect, it } from 'vitest';
import { senderName } from './clients/mail.ts';
import { composeMail } from './mail.ts';

const brand = { name: 'Northlight <b>IT</b>', accent: '#1f5fbf', supportEmail: 'help@northlight.example' };

describe('a letter', () => {
  const letter = composeMail({
    brand,
    subject: 'You are invited to A & B\r\nBcc: all@example.com',
    paragraphs: ['Hello <script>alert(1)</script>', 'Second "paragraph"'],
    action: { label: 'Accept', url: 'http://127.0.0.1:4600/invitation#a"b' },
    notes: ['If you did not expect this, ignore it.'],
  });

  it('goes out in the name of the MSP and is answered to it', () => {
    expect(letter.fromName).toBe('Northlight <b>IT</b>');
    expect(letter.replyTo).toBe('help@northlight.example');
  });

  it('keeps its subject on one line', () => {
    expect(letter.subject).toBe('You are invited to A & B Bcc: all@example.com');
  });

  it('says the same as text and as HTML', () => {
    expect(letter.text).toContain(
      'Hello <script>alert(1)</script>\n\nSecond "paragraph"\n\nAccept:\nhttp://127.0.0.1:4600/invitation#a"b',
    );
    expect(letter.html).toContain('Second &quot;paragraph&quot;');
    expect(letter.html).toContain('href="http://127.0.0.1:4600/invitation#a&quot;b"');
  });

  it('escapes whatever people typed and holds no picture and no script', () => {
    expect(letter.html).not.toContain('<script>');
    expect(letter.html).not.toContain('<b>IT</b>');
    expect(letter.html).not.toMatch(/<img|src=/);
  });

  it('names things under headings, in bold or as links to them, and the address of a link as text', () => {
    const lines = ['Wi-Fi <new>\t10 min', { text: 'Goal\toff track', url: 'https://app.example/goals/1?a="b"' }];
    const { text, html } = composeMail({
      brand,
      subject: 'News',
      paragraphs: [],
      sections: [{ heading: 'A & B', lines }],
    });
    expect(text).toContain('A & B\n- Wi-Fi <new>: 10 min\n- Goal: off track\n  https://app.example/goals/1?a="b"');
    expect(html).toContain('<b>Wi-Fi &lt;new&gt;</b> 10 min');
    expect(html).toMatch(/<a href="https:\/\/app.example\/goals\/1\?a=&quot;b&quot;"[^>]*><b>Goal<\/b><\/a> off track/);
  });

  it('falls back to our colour when the accent is none, and needs no reply address', () => {
    const plain = composeMail({
      brand: { ...brand, accent: 'red;background:url(x)', supportEmail: '' },
      subject: 'Hello',
      paragraphs: [],
    });
    expect(plain.html).not.toContain('url(');
    expect(plain.replyTo).toBeUndefined();
  });
});

describe('the name of a sender', () => {
  it('is quoted, without what could end the quotes or the line', () => {
    expect(senderName('North "light" \\ IT\r\nTo: x')).toBe('"North  light    IT  To: x"');
  });

  it('beyond ASCII is sent as encoded words of at most 75 characters', () => {
    const encoded = senderName('Söhne & Töchter Informationstechnik für Ämter');
    const words = encoded.split(' ');
    expect(words.length).toBeGreaterThan(1);
    const text = words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString()).join('');
    expect(text).toBe('Söhne & Töchter Informationstechnik für Ämter');
    expect(words.every((word) => word.length <= 75)).toBe(true);
  });
});
