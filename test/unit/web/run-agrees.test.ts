import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headSection } from '../../../functions/web/pages/runs/head.ts';
import { recordSection } from '../../../functions/web/pages/runs/record.ts';
import type { RunScene } from '../../../functions/web/pages/runs/scene.ts';
import { openSteps } from '../../../functions/web/pages/runs/step.ts';
import { runPageText } from '../../../functions/web/pages/runs/text.ts';
import { calledOf, runText } from '../../../shared/runbook/index.ts';
import { runCard } from '../../../shared/runbook/view.ts';
import { ARAI, ONO, Play } from '../runbook/play.ts';
import { move, runbooks } from '../runbook/runbooks.ts';

const ZONE = 'Asia/Tokyo';
const clock = { now: () => 60_000 };
const incident = {
  id: 'inc_1',
  number: 1,
  title: '返却できない',
  status: 'fixing',
  severity: 'SEV2',
  drill: false,
  private: false,
  roles: { commander: ARAI },
  people: [ONO, ARAI],
  room: null,
  declaredBy: ONO,
} as unknown as RunScene['incident'];
const called = calledOf(
  {
    incident: { roles: [{ id: 'commander', name: { ja: '指揮', en: 'Commander' } }], audiences: [] },
    severity: { duties: [] },
    rotas: [],
  },
  'ja',
);

/** What somebody sees of a run, wherever they look. */
interface Seen {
  readonly head: string;
  readonly open: readonly string[];
  readonly done: readonly string[];
  /** The answer that each of them stands by now; null where nothing was asked. */
  readonly answers: readonly (string | null)[];
  readonly next: string | null;
}

const visible = (html: string): string =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replace(/\s+/g, ' ')
    .trim();

function onPage(play: Play): Seen {
  const { state: run, runbook } = play;
  if (!run) throw new Error('not started');
  const scene: RunScene = {
    run,
    runbook,
    incident,
    called,
    locale: 'ja',
    zone: ZONE,
    clock,
    text: runPageText('ja'),
    words: runText('ja'),
    visitor: { user: 'U0ONO', team: 'T1', name: '小野', role: 'responder', csrf: 'c' },
    may: true,
    address: '/runs/run_1',
    seen: run.version,
    refused: null,
    nameOf: (user) => user,
  };
  const head = String(headSection(scene, { threadUrl: () => '#', channelUrl: () => '#' }));
  const record = String(recordSection(scene));
  const items = [...record.matchAll(/<li id="passed-[\s\S]*?data-done="[\s\S]*?(?=<li id="passed-|<\/ol>)/g)];
  return {
    head: `${/data-status="\w+"><span[\s\S]*?<\/span>/
      .exec(head)?.[0]
      .replace(/<[^>]+>|data-status="\w+">/g, '')
      .trim()} ${/class="num">([^<]+)</.exec(head)?.[1]}`,
    open: [...String(openSteps(scene)).matchAll(/data-step="([^"]+)"[^>]*>([\s\S]*?)<form/g)].map(
      ([, id, html]) =>
        `${id}: ${visible(/class="question"[^>]*>([\s\S]*?)<\/div>\n/.exec(html ?? '')?.[1] ?? '')}`,
    ),
    done: items.map(([html]) => visible(html.replace(/<details[\s\S]*/, ''))).reverse(),
    answers: items.map(([html]) => /class="answer said"><bdi>([^<]*)/.exec(html)?.[1] ?? null).reverse(),
    next: visible(/data-next>([\s\S]*?)<\/dd>/.exec(head)?.[1] ?? '') || null,
  };
}

function inSlack(play: Play): Seen {
  const { state: run, runbook } = play;
  if (!run) throw new Error('not started');
  const viewer = { locale: 'ja', zone: ZONE, clock, baseUrl: null, called } as const;
  const blocks = JSON.parse(JSON.stringify(runCard(run, runbook, incident, viewer).blocks)) as {
    type: string;
    block_id?: string;
    text?: { text: string };
    elements?: { text?: unknown }[];
  }[];
  const words = blocks.map(
    ({ text, elements }) => text?.text ?? (typeof elements?.[0]?.text === 'string' ? elements[0].text : ''),
  );
  const lines = words.flatMap((text) => text.split('\n')).filter((line) => /^[✓–] /.test(line));
  return {
    head: words[0]?.split(' · ').at(-1) ?? '',
    open: blocks.flatMap(({ block_id: id }, i) =>
      id?.startsWith('runbook ') ? [`${id.slice(8)}: ${/\*(.*)\*/.exec(words[i - 1] ?? '')?.[1] ?? ''}`] : [],
    ),
    done: lines,
    answers: lines.map((line) => /→ \*(.*?)\*/.exec(line)?.[1] ?? null),
    next: /次: ([^·]*?)(?: ·|$)/.exec(words.at(-1) ?? '')?.[1] ?? null,
  };
}

describe('page and card', () => {
  test('show the same state, open steps, answers and what is next, whatever is done', () => {
    fc.assert(
      fc.property(
        runbooks,
        fc.array(fc.tuple(fc.nat(9), fc.nat(13)), { minLength: 3, maxLength: 12 }),
        (runbook, moves) => {
          const play = new Play(runbook);
          for (const [which, how] of moves) {
            if (play.state?.status !== 'running') break;
            moved(play, which, how);
            const [page, card] = [onPage(play), inSlack(play)];
            expect(page.head).toBe(card.head);
            expect(page.open.slice(0, 6)).toEqual(card.open);
            const last = page.done.slice(-card.done.length);
            expect(last.map((line) => line[0])).toEqual(card.done.map((line) => line[0]));
            for (const [i, line] of card.done.entries())
              for (const part of line
                .replace(/^[✓–] /, '')
                .replace('訂正前: ', '')
                .split(/ → | · |: /))
                expect(last[i], line).toContain(part.replaceAll('*', ''));
            for (const [i, said] of card.answers.entries())
              if (said !== null) expect(page.answers.slice(-card.answers.length)[i]).toBe(said);
            if (card.next !== null) expect(page.next).toBe(card.next);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** Besides answering: corrections, handing on, failures and new tries, a stop. */
function moved(play: Play, which: number, how: number): void {
  const open = play.state?.open ?? [];
  const step = open[which % open.length];
  if (how < 10 || !step) {
    move(play, which, how);
    return;
  }
  const answered = Object.keys(play.state?.answers ?? {});
  const name = answered[which % answered.length];
  if (how === 10 && name !== undefined)
    play.by(
      {
        type: 'correct',
        name,
        value: typeof play.state?.answers[name] === 'number' ? which : 'ろ',
        reason: '見直した',
      },
      ARAI,
    );
  else if (how === 11) play.by({ type: 'hand', step: step.step, to: ARAI });
  else if (how === 12)
    play.give({ type: 'finish', step: step.step, visit: step.visit, result: { failed: 'http_503' } });
  else if (how === 13 && which === 0) play.by({ type: 'stop', reason: '誤報' });
}
