import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barPath, overlap } from './geometry.ts';
import { drawLegend, layoutLegend } from './legend.ts';
import { lineSvg } from './line-svg.ts';
import { printPalette, seriesColour, seriesTextColour } from './palette.ts';
import { escapeXml, svgDocument, textMark } from './svg.ts';
import { fitText, textWidth } from './text-width.ts';

describe('an SVG document', () => {
  test('names itself, says its summary and escapes every word', () => {
    const svg = svgDocument([textMark('R&D <b>', 1, 2, '#000')], {
      width: 10,
      height: 20,
      title: 'A "B"',
      summary: "it's <5",
    });
    expect(svg).toContain('<title>A &quot;B&quot;</title><desc>it&#39;s &lt;5</desc>');
    expect(svg).toContain('>R&amp;D &lt;b&gt;</text>');
    expect(svg).toContain('viewBox="0 0 10 20"');
  });

  test('loses what XML forbids, and nothing else', () => {
    expect(escapeXml('a\u0000b\u001fc\ud800d\u{1f600}\ufffe\n')).toBe('abc\ufffdd\u{1f600}\n');
  });

  test('never lets a word break out of its element', () => {
    const unit = fc.constantFrom('<', '>', '&', '"', "'", 'a', ';', '#', '\u0000', '\ud800', '\u{1f600}');
    fc.assert(fc.property(fc.string({ unit }), (text) => !/[<>"']/.test(escapeXml(text))));
  });

  test('draws with the palette and the fonts it is given', () => {
    const series = [{ name: 'here', points: [{ date: '2026-01-01', value: 1 }] }];
    const palette = { ...printPalette, series: ['#101010', '#2', '#3', '#4', '#5', '#6'] as const };
    const look = { width: 300, height: 150, title: 'Score', summary: '1 now', palette, fontFamily: 'Lato' };
    const svg = lineSvg({ series }, look);
    expect(svg).toContain('#101010');
    expect(svg).toContain('font-family="Lato"');
    expect(svg).not.toMatch(/class=|style=|foreignObject|url\(/);
  });

  test('writes in print colours that can be read on white', () => {
    const light = (hex: string) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
        return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const { ink, inkMuted, inkQuiet, seriesText } = printPalette;
    for (const colour of [ink, inkMuted, inkQuiet, ...seriesText])
      expect(1.05 / (light(colour) + 0.05)).toBeGreaterThan(4.5);
  });

  test('gives series beyond the palette its first colours again', () => {
    expect(seriesColour(printPalette, 6)).toBe(printPalette.series[0]);
    expect(seriesTextColour(printPalette, 7)).toBe(printPalette.seriesText[1]);
  });
});

describe('text', () => {
  test('is measured by its letters', () => {
    expect(textWidth('iiii', 12)).toBeLessThan(textWidth('MMMM', 12));
    expect(textWidth('1', 10)).toBeGreaterThanOrEqual(textWidth('8', 10));
    expect(textWidth('東京', 10)).toBe(22);
    expect(textWidth('é', 10)).toBe(7);
  });

  test('is shortened to its room, or left out', () => {
    expect(fitText('Firewalls', 200, 12)).toBe('Firewalls');
    expect(fitText('Firewalls, 3 sites', 60, 12)).toBe('Firewall…');
    expect(fitText('Firewalls', 5, 12)).toBe('');
  });

  test('never exceeds its room', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 0, max: 300 }), (text, room) => {
        expect(textWidth(fitText(text, room, 12), 12)).toBeLessThanOrEqual(room);
      }),
    );
  });
});

describe('a legend', () => {
  test('wraps, keeps inside its width and never overlaps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 7 }),
        fc.integer({ min: 60, max: 700 }),
        (names, width) => {
          const { items, height } = layoutLegend(names, width);
          const boxes = items.map(({ text, x, y }) => ({ x, y: y - 12, width: 16 + textWidth(text, 12), height: 16 }));
          for (const [i, box] of boxes.entries()) {
            expect(box.x + box.width).toBeLessThanOrEqual(width + 0.01);
            expect(box.y + box.height).toBeLessThanOrEqual(height);
            for (const other of boxes.slice(i + 1)) expect(overlap(box, other)).toBe(false);
          }
        },
      ),
    );
  });

  test('writes a note without a swatch', () => {
    const marks = drawLegend(layoutLegend(['here'], 300, '2 more not drawn'), printPalette);
    expect(marks.map(({ tag }) => tag)).toEqual(['rect', 'text', 'text']);
  });
});

test('a bar is round at the ends that ask for it', () => {
  expect(barPath({ x: 0, y: 0, width: 10, height: 4 }, 2, 0).match(/A/g)).toHaveLength(2);
  expect(barPath({ x: 0, y: 0, width: 10, height: 4 }, 2, 2).match(/A/g)).toHaveLength(4);
});
