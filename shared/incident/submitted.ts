import type { InboundSubmission } from '../slack/index.ts';
import type { Carried } from './forms.ts';

/** What was entered into a field, without the blanks around it; empty where nothing was. */
export const text = ({ values }: InboundSubmission, field: string): string => {
  const value = values[field];
  return typeof value === 'string' ? value.trim() : '';
};

export const many = ({ values }: InboundSubmission, field: string): readonly string[] => {
  const value = values[field];
  return Array.isArray(value) ? value : [];
};

/** What a form carried along; nothing of it where it was not ours. */
export function carriedIn(metadata: string): Carried {
  try {
    return (JSON.parse(metadata) as Carried | null) ?? {};
  } catch {
    return {};
  }
}
