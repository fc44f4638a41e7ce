import { describe, expect, it } from 'vitest';
import { down, onDuty } from './helpers.ts';
import { createScene, HOUR, MINUTE, user } from './scene.ts';

describe('who the names are', () => {
  it('with a members tab only its people are looked up, once in ten minutes', async () => {
    const scene = createScene();
    const reader = scene.instance();
    for (let i = 0; i < 10; i++) {
      await reader.current('mobility');
      scene.now += MINUTE - 1_000;
    }
    expect(scene.reads).toMatchObject({ user: 2, users: 0 });
    scene.now += MINUTE;
    await reader.current('mobility');
    expect(scene.reads.user).toBe(4);
  });

  it('Slack down: the ids of the tab are taken as they are, with the names of the tab', async () => {
    const scene = createScene();
    scene.slackFails = down();
    const current = await scene.instance().current('mobility');
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
    expect(current.rota?.people).toMatchObject({ U0ARAI: '新井' });
    expect(current.trouble).toBeNull();
  });

  it('Slack down: who was known stays known, deactivation included', async () => {
    const scene = createScene();
    scene.users = [user('U0ARAI', '新井 さくら'), user('U0ONO', '小野 健', { deactivated: true })];
    const reader = scene.instance();
    await reader.current('mobility');
    scene.slackFails = down();
    scene.now += HOUR / 2;
    expect((await reader.current('mobility')).rota?.people).toMatchObject({ U0ARAI: '新井 さくら' });
  });

  it('Slack down on a new instance: the kept people answer', async () => {
    const scene = createScene();
    scene.members = [['新井', 'arai@example.com']];
    scene.users = [user('U0ARAI', '新井 さくら', { email: 'arai@example.com' })];
    const first = scene.instance();
    await first.current('mobility');
    await first.settled();
    scene.slackFails = down();
    scene.now += HOUR / 2;
    const current = await scene.instance().current('mobility');
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
    expect(current.trouble).toBeNull();
  });

  it('an address nobody could look up is told as an outage of Slack, and the person of before is called', async () => {
    const scene = createScene();
    scene.shifts = [
      [-1, 1, '新井'],
      [2, 3, '小野'],
    ];
    const reader = scene.instance();
    await reader.current('mobility');
    await reader.settled();
    const kept = JSON.stringify(scene.kept.get('rotas/mobility'));
    scene.members = [
      ['新井', 'sakura@example.com'],
      ['小野', 'U0ONO'],
    ];
    scene.slackFails = down();
    scene.now += HOUR / 2;
    const current = await reader.current('mobility');
    expect(current).toMatchObject({ trouble: { code: 'slack-unreachable' }, held: null });
    expect(onDuty(current, scene.now)).toBe('U0ARAI');
    await reader.settled();
    expect(JSON.stringify(scene.kept.get('rotas/mobility'))).toBe(kept);
  });

  it('without a members tab the whole directory is asked for, once in ten minutes', async () => {
    const scene = createScene();
    scene.shifts = [[-1, 1, '小野 健']];
    const reader = scene.instance({ members: undefined });
    for (let i = 0; i < 9; i++) {
      expect(onDuty(await reader.current('mobility'), scene.now)).toBe('U0ONO');
      scene.now += MINUTE;
    }
    expect(scene.reads).toMatchObject({ user: 0, users: 1 });
  });

  it('after a failure Slack is left alone for half a minute', async () => {
    const scene = createScene();
    scene.slackFails = down();
    const reader = scene.instance();
    await reader.current('mobility');
    const asked = scene.reads.user;
    scene.now += 20_000;
    await reader.current('mobility');
    expect(scene.reads.user).toBe(asked);
    scene.slackFails = null;
    scene.now += 10_000;
    expect((await reader.current('mobility')).rota?.people).toMatchObject({ U0ARAI: '新井 さくら' });
  });
});
