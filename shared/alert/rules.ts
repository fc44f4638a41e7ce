import type { AlertConfig, AlertRule } from './schemas.ts';
import type { Signal } from './signal.ts';

export interface Ruled {
  /** Index into `rules:`; null where none fits. */
  readonly rule: number | null;
  readonly service: string | null;
  readonly burnRate: number | null;
  /** After how long it declares by itself, ms; null: a person decides. */
  readonly declareAfter: number | null;
  readonly drop: boolean;
}

/** What the configuration says of an alert: the first rule that fits, in the file's order. Pure. */
export function ruleFor(signal: Signal, { rules }: AlertConfig): Ruled {
  const index = rules.findIndex((rule) => fits(rule, signal));
  const rule = rules[index];
  return {
    rule: rule ? index : null,
    service: rule?.service ?? signal.service,
    burnRate: signal.burnRate ?? rule?.burnRate ?? null,
    declareAfter: rule?.declare ?? null,
    drop: rule?.drop ?? false,
  };
}

function fits({ match }: AlertRule, signal: Signal): boolean {
  const { source, title, service, labels } = match;
  return (
    (source === undefined || like(source, signal.source)) &&
    (title === undefined || like(title, signal.title) || like(title, signal.group ?? '')) &&
    (service === undefined || like(service, signal.service ?? '')) &&
    Object.entries(labels).every(([name, wanted]) => like(wanted, signal.labels[name] ?? ''))
  );
}

/** Without regular expressions, whose backtracking a long title could abuse. */
function like(pattern: string, text: string): boolean {
  const parts = pattern.toLowerCase().split('*');
  const whole = text.toLowerCase();
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length === 1) return whole === first;
  if (!whole.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = whole.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return whole.length - last.length >= at && whole.endsWith(last);
}
