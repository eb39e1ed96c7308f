import { step } from '../../_kit/step.ts';
import { gather } from '../gathering.service.ts';
import { MakingInput } from '../making-input.ts';

export const handler = step('reports-step-gather', MakingInput, gather);
