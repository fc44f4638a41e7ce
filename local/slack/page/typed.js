import { nameOf } from './people.js';

const ESCAPES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** The names that can be written after a sign, longest first, so that "@小野 健" wins over "@小野". */
export function namesOf(state) {
  const people = state.users
    .filter(({ deactivated }) => !deactivated)
    .flatMap(({ id, realName, handle }) => [
      [`@${realName}`, `<@${id}>`],
      [`@${handle}`, `<@${id}>`],
    ]);
  const groups = (state.userGroups ?? []).map(({ id, handle }) => [
    `@${handle}`,
    `<!subteam^${id}|@${handle}>`,
  ]);
  const channels = state.channels.map(({ id, name }) => [`#${name}`, `<#${id}|${name}>`]);
  const all = ['channel', 'here', 'everyone'].map((word) => [`@${word}`, `<!${word}>`]);
  return [...people, ...groups, ...channels, ...all].sort(([a], [b]) => b.length - a.length);
}

/** What somebody typed, as Slack sends it to apps: escaped, with entities for people, groups, channels and addresses. */
export function toMrkdwn(typed, state) {
  const names = namesOf(state);
  let written = '';
  let rest = typed;
  while (rest !== '') {
    const name = /^[@#]/.test(rest) ? names.find(([shown]) => startsWithName(rest, shown)) : undefined;
    const url = /^https?:\/\/[^\s<>|"、。）」]+/.exec(rest)?.[0];
    if (name) written += name[1];
    else if (url) written += `<${url.replace(/[&<>]/g, (sign) => ESCAPES[sign])}>`;
    else written += ESCAPES[rest[0]] ?? rest[0];
    rest = rest.slice(name ? name[0].length : (url ?? ' ').length);
  }
  return written;
}

/** A Latin name ends where no letter follows: "@here" is not in "@hereby". */
function startsWithName(rest, shown) {
  if (rest.slice(0, shown.length).toLowerCase() !== shown.toLowerCase()) return false;
  return !/[a-z0-9]$/i.test(shown) || !/^[a-z0-9_-]/i.test(rest.slice(shown.length));
}

/** Back to what can be edited. */
export const fromMrkdwn = (text, state) =>
  text.replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_whole, target, label) => {
    if (target.startsWith('@')) return `@${nameOf(state, target.slice(1))}`;
    if (target.startsWith('#'))
      return `#${state.channels.find(({ id }) => id === target.slice(1))?.name ?? label ?? target.slice(1)}`;
    if (target.startsWith('!subteam^')) return label ?? target;
    return target.startsWith('!') ? `@${target.slice(1)}` : target;
  });
