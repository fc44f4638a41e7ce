import { complete, reaches } from './amount.ts';
import {
  type Ahead,
  type Assessment,
  type Facts,
  type Ground,
  graver,
  type Rule,
  type Severity,
} from './model.ts';

/** What of the configuration decides. */
export interface Rules {
  readonly rules: readonly Rule[];
  readonly otherwise: Severity;
  readonly totals: { readonly vehicles: number | null; readonly users: number | null };
}

/** The severity that the rules give, and why. The first rule that fits decides, in the file's order. Pure. */
export function assess(facts: Facts, config: Rules): Assessment {
  const known: Facts = {
    ...facts,
    vehicles: facts.vehicles && complete(facts.vehicles, config.totals.vehicles),
    users: facts.users && complete(facts.users, config.totals.users),
  };
  for (const [index, rule] of config.rules.entries()) {
    const grounds = groundsOf(rule, known);
    if (grounds)
      return {
        severity: rule.severity,
        rule: index,
        grounds,
        ahead: aheadOf(rule.severity, known, config.rules),
      };
  }
  const { otherwise, rules } = config;
  return { severity: otherwise, rule: null, grounds: [], ahead: aheadOf(otherwise, known, rules) };
}

/** Why the rule fires; null when one of its conditions does not hold. */
function groundsOf(rule: Rule, facts: Facts): readonly Ground[] | null {
  const grounds: (Ground | null)[] = [];
  if (rule.inquiries !== undefined) grounds.push(inquiryGround(facts.inquiries, rule.inquiries));
  if (rule.burnRate !== undefined) grounds.push(burnGround(facts, rule.burnRate));
  for (const fact of ['vehicles', 'users'] as const) {
    const limit = rule[fact];
    const value = facts[fact];
    if (limit) grounds.push(value && reaches(value, limit) ? { fact, value, limit } : null);
  }
  if (rule.duty !== undefined) grounds.push(dutyGround(facts.duties, rule.duty));
  const held = grounds.filter((ground) => ground !== null);
  return held.length > 0 && held.length === grounds.length ? held : null;
}

const inquiryGround = (value: number, limit: number): Ground | null =>
  value >= limit ? { fact: 'inquiries', value, limit } : null;

function burnGround({ alerts }: Facts, limit: number): Ground | null {
  const worst = [...alerts].sort((a, b) => (b.burnRate ?? 0) - (a.burnRate ?? 0))[0];
  if (!worst || worst.burnRate === null || worst.burnRate < limit) return null;
  return { fact: 'burnRate', value: worst.burnRate, limit, alert: worst.name };
}

function dutyGround(ticked: readonly string[], wanted: readonly string[] | 'any'): Ground | null {
  const ids = wanted === 'any' ? ticked : ticked.filter((id) => wanted.includes(id));
  return ids.length > 0 ? { fact: 'duty', ids } : null;
}

/** How many inquiries more would make it graver, by the rule nearest. */
function aheadOf(severity: Severity, facts: Facts, rules: readonly Rule[]): Ahead | null {
  const near = rules
    .filter((rule) => graver(rule.severity, severity) && rule.inquiries !== undefined)
    .filter((rule) => groundsOf(rule, { ...facts, inquiries: rule.inquiries ?? 0 }) !== null)
    .sort((a, b) => (a.inquiries ?? 0) - (b.inquiries ?? 0))[0];
  if (!near || near.inquiries === undefined) return null;
  return { severity: near.severity, fact: 'inquiries', more: near.inquiries - facts.inquiries };
}
