import { meetingInvitation, postmortemAtAddress } from '../../../../shared/postmortem/index.ts';
import { type Page, visitorOf } from '../../env.ts';
import type { WebParts } from '../../parts.ts';
import { errorPage } from '../error.ts';
import { postmortemVerbs } from './verbs.ts';

/** The meeting of a postmortem as a file for calendars; where none is set, or it is a draft again, there is none. */
export function meetingFile(parts: WebParts): Page {
  const verbs = postmortemVerbs(parts);
  return async (c) => {
    const { team, user } = visitorOf(c);
    const found = await postmortemAtAddress(verbs, team, c.req.param('id') ?? '', user);
    const file = found && meetingInvitation(found, verbs);
    if (!file) return errorPage(c, 404, 'notFound');
    return c.body(file, 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="postmortem.ics"',
      'cache-control': 'private, no-cache',
    });
  };
}
