import type { Topic } from './agenda.ts';
import type { MeetingType } from './meeting.ts';
import type { MeetingTemplate, TemplateItem } from './meeting-template.ts';

type Sketch = [title: string, minutes: number, purpose: TemplateItem['purpose'], text: string, topic?: Topic];

function item([title, minutes, purpose, text, topic]: Sketch): TemplateItem {
  return { title, minutes, purpose, visibility: 'client', text, note: '', ...(topic ? { topic } : {}) };
}

function template(
  templateId: string,
  name: string,
  type: MeetingType,
  durationMinutes: number,
  description: string,
  items: Sketch[],
): MeetingTemplate {
  return { templateId, name, type, durationMinutes, description, shipped: true, items: items.map(item) };
}

const LAST_TIME: Sketch = [
  'Since last time',
  5,
  'inform',
  'What we promised each other, and where it stands.',
  'open-actions',
];
const NEXT_STEPS: Sketch = ['Next steps', 5, 'discuss', 'Who does what by when, and when we meet again.'];

/** Agendas that are there from the first day. Each fits its duration; their words are for the client to read. */
export const SHIPPED_TEMPLATES: readonly MeetingTemplate[] = [
  template('qbr', 'Quarterly review', 'qbr', 60, 'What changed, what needs a decision, what it costs.', [
    LAST_TIME,
    ['Your business', 10, 'discuss', 'What changes on your side in the coming months: people, places, plans.'],
    [
      'Microsoft 365 and security',
      10,
      'inform',
      'Where your protection stands and what would move it.',
      'secure-score',
    ],
    ['Devices', 8, 'inform', 'What is due for replacement, and when.', 'devices'],
    ['Goals', 7, 'discuss', 'How far we are with what you want to reach.', 'goals'],
    ['Roadmap', 10, 'decide', 'The work of the coming quarters.', 'roadmap'],
    ['Budget for the years ahead', 5, 'inform', 'What to reckon with, year by year.', 'forecast'],
    NEXT_STEPS,
  ]),
  template('strategy', 'Annual strategy', 'strategy', 120, 'A year back, three years ahead.', [
    LAST_TIME,
    ['The year behind us', 15, 'inform', 'What we did, what it changed, what is left.'],
    ['Where your business is going', 25, 'discuss', 'Growth, places, people, rules that you must follow.'],
    ['Goals for the coming year', 25, 'decide', 'What you want to reach, and how we will both see it.', 'goals'],
    ['Roadmap', 25, 'decide', 'The work that leads there.', 'roadmap'],
    ['Budget for the years ahead', 20, 'decide', 'What to reckon with, year by year.', 'forecast'],
    NEXT_STEPS,
  ]),
  template('check-in', 'Monthly check-in', 'check-in', 30, 'Short and regular.', [
    LAST_TIME,
    ['What is on your mind', 10, 'discuss', 'Anything that slows your people down.'],
    ['Work under way', 10, 'inform', 'Where planned work stands.', 'roadmap'],
    NEXT_STEPS,
  ]),
  template(
    'budget-review',
    'Budget review',
    'budget-review',
    45,
    'Lines that wait for an answer, and the years ahead.',
    [
      LAST_TIME,
      ['Roadmap', 10, 'inform', 'The work that the budget pays for.', 'roadmap'],
      ['Budget for the years ahead', 20, 'decide', 'What to reckon with, year by year.', 'forecast'],
      NEXT_STEPS,
    ],
  ),
  template(
    'security-review',
    'Security review',
    'security-review',
    45,
    'Protection, gaps, and what to do about them.',
    [
      LAST_TIME,
      [
        'Microsoft 365 and security',
        20,
        'discuss',
        'Where your protection stands and what would move it.',
        'secure-score',
      ],
      ['Devices without updates', 10, 'decide', 'Machines that get no more security updates.', 'devices'],
      NEXT_STEPS,
    ],
  ),
  template('kickoff', 'Kickoff', 'kickoff', 60, 'The first meeting with a new client.', [
    ['Who is who', 10, 'inform', 'The people on both sides, and how to reach them.'],
    ['What you want to reach', 20, 'discuss', 'What has to be better in a year from now.'],
    ['The first ninety days', 20, 'inform', 'What happens when, and what we need from you.', 'roadmap'],
    NEXT_STEPS,
  ]),
  template('internal', 'Internal preparation', 'internal', 30, 'Among staff, before the client comes.', [
    ['What went well, what did not', 10, 'discuss', ''],
    ['What we want decided', 10, 'decide', ''],
    ['Who presents what', 10, 'discuss', ''],
  ]),
];
