import { step } from '../../_kit/step.ts';
import { MakingInput } from '../making-input.ts';
import { render } from '../rendering.service.ts';

export const handler = step('reports-step-render', MakingInput, render);
