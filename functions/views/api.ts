import { viewsApi } from '../../shared/views/views.api.ts';
import { api } from '../_kit/api.ts';
import { keepHabit } from './habits.service.ts';
import * as Views from './views.service.ts';

export const handler = api(viewsApi, {
  list: Views.list,
  create: Views.create,
  edit: Views.edit,
  remove: Views.remove,
  keepHabit,
});
