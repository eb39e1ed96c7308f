import { searchApi } from '../../shared/search/search.api.ts';
import { api } from '../_kit/api.ts';
import { find } from './search.service.ts';

export const handler = api(searchApi, { find });
