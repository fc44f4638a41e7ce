import { describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/escalation/commands.ts';
import { ladder, MINUTE, openCommand, opened, reason, rung, Scenario, T0 } from './builders.ts';

const acknowledge = (
  user: string,
  how: 'button' | 'taken' | 'reply' = 'button',
  cause = `${user}-1`,
): Command => ({
  type: 'acknowledge',
  user,
  name: user,
  how,
  cause,
});
const decline = (user: string, cause = `${user}-no`): Command => ({
  type: 'decline',
  user,
  name: user,
  rungs: ladder,
  cause,
});

describe('a call for help', () => {
  test('calls the first rung two ways and sets the time of the next', () => {
    const call = opened();
    expect(call.events).toEqual(['received', 'called']);
    expect(call.tasks).toEqual(['mention-0', 'dm-0', 'climb-1', 'mark']);
    expect(call.state?.next).toEqual({ at: T0 + 5 * MINUTE, rung: 1, name: 'ONO' });
  });

  test('opened twice changes nothing', () => {
    expect(opened().give(openCommand, T0 + 1).last).toEqual({ events: [], tasks: [] });
  });

  test('free on purpose, on a route that only tells, calls nobody and says so', () => {
    const call = new Scenario().give({ ...openCommand, told: { why: 'free', opens: null, reason } }, T0);
    expect(call.events).toEqual(['received', 'told']);
    expect(call.tasks).toEqual(['card']);
    expect(call.give({ type: 'nudge', user: 'UCS', cause: '2.0', words: 'まだですか' }, T0).last).toEqual({
      refused: 'nobody-called',
    });
  });

  test('with nobody who can be called says so at once', () => {
    expect(new Scenario().give({ ...openCommand, rungs: [null] }, T0).events).toEqual([
      'received',
      'exhausted',
    ]);
  });
});

describe('climbing', () => {
  const climb = (call: Scenario, minutes: number) =>
    call.give({ type: 'climb', rung: call.state?.next?.rung ?? -1, rungs: ladder }, T0 + minutes * MINUTE);

  test('goes rung by rung, keeping the distances, and ends by saying that nobody answered', () => {
    const call = opened();
    const seen = [5, 10, 20, 25].map((minutes) => {
      climb(call, minutes);
      return [
        call.events.at(-1),
        call.state?.called.at(-1)?.user,
        call.state?.next && (call.state.next.at - T0) / MINUTE,
      ];
    });
    expect(seen).toEqual([
      ['called', 'UONO', 10],
      ['called', 'UARAI', 20],
      ['called', 'UMORI', 25],
      ['exhausted', 'UMORI', null],
    ]);
  });

  test('a rung whose turn is not now is nothing', () => {
    expect(opened().give({ type: 'climb', rung: 2, rungs: ladder }, T0).events).toEqual([]);
  });

  test('passes at once who was called before, unless the rung repeats the one before it', () => {
    const rungs = [
      rung('UONO', 0, 'primary'),
      rung('UONO', MINUTE, 'secondary'),
      rung('UMORI', 2 * MINUTE, 'fallback'),
    ];
    const call = new Scenario().give({ ...openCommand, rungs }, T0);
    expect(call.state?.next).toMatchObject({ name: 'MORI', at: T0 + 2 * MINUTE });
  });
});

describe('acknowledging', () => {
  test('stops the ladder, and twice is harmless', () => {
    const call = opened().give(acknowledge('UONO'), T0 + MINUTE);
    expect(call.state).toMatchObject({
      status: 'acknowledged',
      next: null,
      holder: { user: 'UONO', at: T0 + MINUTE },
    });
    expect(call.give(acknowledge('UONO', 'reply', 'other'), T0 + 2 * MINUTE).last).toEqual({
      events: [],
      tasks: [],
    });
    expect(call.give({ type: 'climb', rung: 1, rungs: ladder }, T0 + 5 * MINUTE).events).toEqual([]);
  });

  test('is for those called; anyone else takes it by saying so', () => {
    const call = opened();
    expect(call.give(acknowledge('USOMEONE'), T0).last).toEqual({ refused: 'not-called' });
    expect(call.give(acknowledge('USOMEONE', 'taken'), T0).state?.holder).toMatchObject({
      user: 'USOMEONE',
      how: 'taken',
    });
  });

  test('by a second person is refused with the name of the first, unless they take it', () => {
    const call = opened().give({ type: 'climb', rung: 1, rungs: ladder }, T0 + 5 * MINUTE);
    call
      .give({ type: 'climb', rung: 2, rungs: ladder }, T0 + 10 * MINUTE)
      .give(acknowledge('UONO'), T0 + 11 * MINUTE);
    expect(call.give(acknowledge('UARAI'), T0 + 12 * MINUTE).last).toEqual({
      refused: 'already-acknowledged',
      by: 'UONO',
    });
    expect(call.give(acknowledge('UARAI', 'taken', 'x'), T0 + 12 * MINUTE).state?.holder?.user).toBe('UARAI');
  });

  test('from the direct message, before the thread was reached, puts a card into the thread', () => {
    expect(opened().give(acknowledge('UONO'), T0).tasks).toContain('card-ack-2');
  });
});

describe('"I cannot"', () => {
  test('calls the next person at once, and the same press twice calls once', () => {
    const call = opened().give(decline('UONO'), T0 + MINUTE);
    expect(call.events).toEqual(['heard', 'declined', 'called']);
    expect(call.state?.called.at(-1)).toMatchObject({ user: 'UARAI', cause: 'declined' });
    expect(call.state?.next).toMatchObject({ name: 'MORI', at: T0 + 11 * MINUTE });
    expect(call.give(decline('UONO'), T0 + MINUTE).events).toEqual([]);
  });

  test('never calls back somebody who declined, and ends by saying that nobody is left', () => {
    const call = opened().give(decline('UONO'), T0).give(decline('UARAI'), T0).give(decline('UMORI'), T0);
    expect(call.events).toEqual(['heard', 'declined', 'exhausted']);
    expect(call.state?.called.map((one) => one.user)).toEqual(['UONO', 'UARAI', 'UMORI']);
  });

  test('is refused to somebody who was not called, and once somebody else has it', () => {
    const call = opened();
    expect(call.give(decline('UCS'), T0).last).toEqual({ refused: 'not-called' });
    call.give(acknowledge('USOMEONE', 'taken'), T0);
    expect(call.give(decline('UONO'), T0).last).toEqual({ refused: 'already-acknowledged', by: 'USOMEONE' });
  });

  test('of whoever has it gives the call back, and the next person is called at once', () => {
    const call = opened()
      .give(acknowledge('UONO'), T0)
      .give(decline('UONO', 'later'), T0 + MINUTE);
    expect(call.events).toEqual(['heard', 'declined', 'called']);
    expect(call.state).toMatchObject({ status: 'open', holder: null, check: null });
    expect(call.state?.called.at(-1)).toMatchObject({ user: 'UARAI', cause: 'declined' });
  });
});

describe('a second call in the thread', () => {
  const nudge = (cause: string): Command => ({ type: 'nudge', user: 'UCS', cause, words: 'まだですか' });

  test('pings the current person again, at most once a minute, and once for each message', () => {
    const call = opened();
    expect(call.give(nudge('2.0'), T0 + 59_999).last).toEqual({ refused: 'just-called', at: T0 });
    expect(call.give(nudge('3.0'), T0 + MINUTE).tasks).toEqual(['nudge-3.0', 'nudge-dm-3.0']);
    expect(call.give(nudge('3.0'), T0 + 5 * MINUTE).last).toEqual({ events: [], tasks: [] });
  });

  test('pings the one who has it once it is acknowledged, and is refused once it is done', () => {
    const call = opened()
      .give(acknowledge('UONO'), T0)
      .give(nudge('2.0'), T0 + MINUTE);
    expect(call.last).toMatchObject({ tasks: [{ step: { holder: 'UONO' } }, { step: { holder: 'UONO' } }] });
    call.give({ type: 'finish', user: 'UCS', name: 'CS', cause: 'f' }, T0 + 2 * MINUTE);
    expect(call.give(nudge('4.0'), T0 + 9 * MINUTE).last).toEqual({ refused: 'already-done' });
  });
});

describe('done', () => {
  const finish = (cause: string, user = 'UCS'): Command => ({ type: 'finish', user, name: user, cause });

  test('needs somebody who has it, and twice is harmless', () => {
    const call = opened();
    expect(call.give(finish('1', 'UBYSTANDER'), T0).last).toEqual({ refused: 'not-acknowledged' });
    call.give(acknowledge('UONO'), T0).give(finish('2', 'UBYSTANDER'), T0);
    expect(call.state?.status).toBe('done');
    expect(call.give(finish('3'), T0).last).toEqual({ events: [], tasks: [] });
  });

  test('whoever asked may take the call back while nobody has it, and nobody more is called', () => {
    const call = opened().give(finish('1'), T0 + MINUTE);
    expect(call.state).toMatchObject({ status: 'done', holder: null, doneBy: { user: 'UCS' }, next: null });
    expect(call.give({ type: 'climb', rung: 1, rungs: ladder }, T0 + 5 * MINUTE).events).toEqual([]);
  });
});

describe('a call that becomes an incident', () => {
  const incident = { label: 'INC-7', room: null };
  test('ends here, is shown in its thread, and is told again once there is a room', () => {
    const call = opened().give({ type: 'become-incident', incident }, T0 + MINUTE);
    expect(call.state).toMatchObject({ status: 'incident', next: null, incident });
    expect(call.tasks).toContain('card-incident-2');
    expect(call.give({ type: 'become-incident', incident }, T0).last).toEqual({ events: [], tasks: [] });
    expect(call.give({ type: 'become-incident', incident: { ...incident, room: 'C1' } }, T0).events).toEqual([
      'became-incident',
    ]);
  });

  test('calls nobody more, and whoever acts on it hears where it goes on', () => {
    const call = opened().give({ type: 'become-incident', incident }, T0);
    expect(call.give({ type: 'climb', rung: 1, rungs: ladder }, T0 + 5 * MINUTE).events).toEqual([]);
    expect(call.give(acknowledge('UONO'), T0).last).toEqual({ refused: 'became-incident', incident });
    expect(call.give({ type: 'nudge', user: 'UCS', cause: 'x', words: 'まだですか' }, T0).last).toEqual({
      refused: 'became-incident',
      incident,
    });
  });
});
