import { type Box, clamp, FONT, overlap } from './geometry.ts';
import { fitText, textWidth } from './text-width.ts';

const LINE_HEIGHT = 16;
const EVENT_ROWS = 2;
const EVENT_GAP = 12;

/** The label at the end of a line. */
export interface EndLabel {
  /** Series, from 0. */
  index: number;
  text: string;
  box: Box;
}

/** An event on the time axis. */
export interface EventMarker {
  label: string;
  date: string;
  x: number;
  /** Where the label stands; null when there was no room for it. */
  box: Box | null;
  /** y of the first line at that day; null outside the line. */
  ringY: number | null;
}

/**
 * Labels beside the ends of their lines, pushed apart until none touch. Order from top to bottom stays that of the ends.
 *
 * @param room column in which the labels stand
 */
export function placeEndLabels(ends: readonly { index: number; text: string; y: number }[], room: Box): EndLabel[] {
  const sorted = [...ends].sort((a, b) => a.y - b.y || a.index - b.index);
  const step = Math.min(LINE_HEIGHT, room.height / Math.max(1, sorted.length));
  const tops: number[] = [];
  for (const [i, end] of sorted.entries()) {
    const wanted = clamp(end.y - step / 2, room.y, room.y + room.height - step);
    tops.push(i === 0 ? wanted : Math.max(wanted, (tops[i - 1] ?? 0) + step));
  }
  let floor = room.y + room.height;
  for (let i = tops.length - 1; i >= 0; i -= 1) {
    tops[i] = Math.min(tops[i] ?? 0, floor - step);
    floor = tops[i] ?? 0;
  }
  return sorted.map(({ index, text }, i) => {
    const fitted = fitText(text, room.width, FONT.label);
    return {
      index,
      text: fitted,
      box: { x: room.x, y: tops[i] ?? 0, width: textWidth(fitted, FONT.label), height: step },
    };
  });
}

/**
 * Event labels above the plot, in at most two rows. The label is centred on its day where it can be.
 *
 * @param room what is free below the legend; the labels take its upper edge
 * @returns the markers and the height the labels take
 */
export function placeEvents(
  events: readonly { label: string; date: string; x: number }[],
  room: Box,
): { markers: Omit<EventMarker, 'ringY'>[]; height: number } {
  const taken: Box[] = [];
  const rowsThatFit = Math.min(EVENT_ROWS, Math.floor(room.height / LINE_HEIGHT));
  const placed = events.map((event) => {
    const label = fitText(event.label, room.width / 2, FONT.small);
    const width = textWidth(label, FONT.small);
    const centred = clamp(event.x - width / 2, room.x, room.x + room.width - width);
    for (let row = 0; row < rowsThatFit; row += 1) {
      const y = room.y + row * LINE_HEIGHT;
      const follows = taken.filter((box) => box.y === y).at(-1);
      const shifted = follows ? Math.max(centred, follows.x + follows.width + EVENT_GAP) : centred;
      const box = { x: shifted, y, width, height: LINE_HEIGHT };
      // A label may lean to the right of its upright, as long as it still begins at it.
      const fits = shifted <= event.x && shifted + width <= room.x + room.width;
      if (fits && !taken.some((other) => overlap(other, box))) {
        taken.push(box);
        return { ...event, label, box };
      }
    }
    return { ...event, label, box: null };
  });
  const rows = new Set(taken.map((box) => box.y)).size;
  return { markers: placed, height: rows * LINE_HEIGHT };
}
