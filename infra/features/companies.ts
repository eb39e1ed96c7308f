import { companiesApi } from '../../shared/companies/companies.api.ts';
import type { FeatureSpec } from '../feature-spec.ts';

export const companies: FeatureSpec = { api: companiesApi, data: 'read-write' };
