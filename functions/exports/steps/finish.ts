import { step } from '../../_kit/step.ts';
import { Writing } from '../export-records.ts';
import { finish } from '../finishing.service.ts';

export const handler = step('exports-step-finish', Writing, finish);
