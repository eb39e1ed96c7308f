import type { NewGoal } from '../../shared/goals/goal.ts';
import type { Due } from './plan.ts';

/** A goal of the story. Months are told from today; `serves` names the work for it by its titles. */
export type GoalStory = Pick<NewGoal, 'title'> &
  Partial<
    Pick<
      NewGoal,
      'category' | 'priority' | 'horizon' | 'progressMode' | 'progress' | 'measure' | 'why' | 'nextStep' | 'description'
    >
  > & {
    /** Absent: proposed, and not begun. */
    since?: number;
    until?: number;
    sponsor?: string;
    serves?: readonly string[];
    /** Work for it that is done, by title, with its hours. */
    done?: Readonly<Record<string, number>>;
    /** Devices that it is about. */
    about?: Due;
    /** A word in the title of the finding that it comes from. */
    finding?: string;
  };
