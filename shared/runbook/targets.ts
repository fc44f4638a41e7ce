import { isMilestone } from '../incident/index.ts';
import type { AskType } from './model.ts';

const NAME = /^[a-z0-9_-]+$/;

/** Which kinds of answer a target takes; null where there is no such target. */
export function targetTakes(target: string): readonly AskType[] | null {
  const [group = '', name = ''] = target.split('.', 2);
  switch (group) {
    case 'timeline':
      return name === '' ? ['text', 'number', 'choice', 'many', 'person', 'time'] : null;
    case 'title':
    case 'description':
      return name === '' ? ['text'] : null;
    case 'impact':
      return ['vehicles', 'users', 'inquiries'].includes(name) ? ['number'] : null;
    case 'milestone':
      return isMilestone(name) ? ['time'] : null;
    case 'role':
      return NAME.test(name) ? ['person'] : null;
    case 'duty':
      return NAME.test(name) ? ['choice'] : null;
    case 'postmortem':
      return NAME.test(name) ? ['text', 'number', 'choice', 'many', 'person', 'time'] : null;
    default:
      return null;
  }
}
