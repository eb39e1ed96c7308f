import type { Control, ControlState } from '../m365/control.ts';
import type { SecureScore } from '../m365/secure-score.ts';
import type { FrozenScore } from './snapshot.ts';

type Standing = FrozenScore['controls'][number]['standing'];

/** Rows of the table: the page shows those that fit on it. */
const MOST_CONTROLS = 8;
const MOST_MOVES = 3;
const MOST_EVENTS = 2;
const LONGEST_PROOF = 40;
const LONGEST_EVENT = 28;

const STANDING: Record<Exclude<ControlState, 'not_applicable'>, Standing> = {
  to_address: 'to-decide',
  planned: 'planned',
  in_progress: 'in-progress',
  risk_accepted: 'risk-accepted',
  third_party: 'other-tool',
  alternate_mitigation: 'other-way',
  completed: 'done',
};

const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`);

/** Reasons are staff's own words and stay out; what proves that another tool does it is what a client may read. */
function proofOf({ decision, status }: Control): string {
  const otherwise = status === 'third_party' || status === 'alternate_mitigation';
  return otherwise ? cut(decision?.evidence ?? '', LONGEST_PROOF) : '';
}

/** What happened to the score: controls that people said are done, the latest ones. */
function eventsOf(controls: readonly Control[], from: string | undefined): FrozenScore['events'] {
  return controls
    .flatMap(({ title, status, decision }) =>
      status === 'completed' && decision?.status === 'completed'
        ? [{ date: decision.decidedAt.slice(0, 10), label: cut(title, LONGEST_EVENT) }]
        : [],
    )
    .filter(({ date }) => from !== undefined && date >= from)
    .toSorted((a, b) => b.date.localeCompare(a.date))
    .slice(0, MOST_EVENTS)
    .reverse();
}

/** The Secure Score page's data, or `null` before Microsoft's first reading. */
export function freezeScore(score: SecureScore, controls: readonly Control[]): FrozenScore | null {
  if (!score.date) return null;
  const relevant = controls.filter(({ status }) => status !== 'not_applicable');
  const listed = relevant.toSorted((a, b) => b.open - a.open || b.max - a.max || a.title.localeCompare(b.title));
  const byId = new Map(controls.map((control) => [control.controlId, control]));
  return {
    asOf: score.date,
    points: score.current,
    max: score.max,
    percent: score.percent,
    ...(score.change30 === undefined ? {} : { change: score.change30 }),
    ...(score.adjusted.points > 0
      ? { withOtherTools: { points: score.adjusted.points, percent: score.adjusted.percent } }
      : {}),
    ...(score.peers === undefined ? {} : { peers: score.peers }),
    history: score.trend.map(({ date, percent, peers }) => ({ date, percent, ...(peers ? { peers } : {}) })),
    events: eventsOf(controls, score.trend[0]?.date),
    areas: score.categories.map(({ category, points, max }) => ({ name: category, points, max })),
    moves: score.quickWins.slice(0, MOST_MOVES).map(({ controlId, title, gain }) => {
      const control = byId.get(controlId);
      return { title, area: control?.category ?? '', userImpact: control?.impact ?? 'moderate', percentPoints: gain };
    }),
    controls: listed.slice(0, MOST_CONTROLS).map((control) => ({
      controlId: control.controlId,
      title: control.title,
      points: control.points,
      max: control.max,
      userImpact: control.impact,
      standing: STANDING[control.status as keyof typeof STANDING],
      proof: proofOf(control),
      ...(control.decision?.until && control.status === 'risk_accepted' ? { until: control.decision.until } : {}),
    })),
    moreControls: Math.max(0, relevant.length - MOST_CONTROLS),
  };
}
