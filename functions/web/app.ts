import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { isTobanError } from '../../shared/platform/errors.ts';
import { serveAsset } from './assets.ts';
import { createCookies } from './cookies.ts';
import { csrfGuard } from './csrf.ts';
import type { WebEnv } from './env.ts';
import { feedsForCalendars, feedsForPeople } from './feeds/routes.ts';
import { needs } from './gate.ts';
import { formOf } from './html.ts';
import { installRoutes } from './install/routes.ts';
import { language } from './language.ts';
import { loggedPath } from './logged-path.ts';
import { actionsPage } from './pages/actions/board.ts';
import { changeFromBoard, changeFromItem } from './pages/actions/change.ts';
import { actionPage } from './pages/actions/detail.ts';
import { calendarPage } from './pages/calendar.ts';
import { callPage } from './pages/call.ts';
import { callsPage } from './pages/calls.ts';
import { checkPage } from './pages/check.ts';
import { deadLettersPage, replay } from './pages/dead-letters.ts';
import { errorPage, failurePage } from './pages/error.ts';
import { homePage } from './pages/home.ts';
import { declareFromPage, declarePage } from './pages/incidents/declare.ts';
import { changeFromPage, incidentPage } from './pages/incidents/detail.ts';
import { incidentsPage } from './pages/incidents/list.ts';
import { insightsFile, insightsPage } from './pages/insights/page.ts';
import { loadFile, loadPage } from './pages/load.ts';
import { rotasPage } from './pages/rotas.ts';
import { changesPage } from './pages/runbooks/changes.ts';
import { runbookPage } from './pages/runbooks/detail.ts';
import { editRunbookPage, newRunbookPage, saveRunbook } from './pages/runbooks/edit.ts';
import { runbooksPage } from './pages/runbooks/list.ts';
import { playDraft, playPage } from './pages/runbooks/play.ts';
import { changeRunFromPage, runPage } from './pages/runs/detail.ts';
import { printedRun } from './pages/runs/print.ts';
import { startRunFromPage } from './pages/runs/start.ts';
import { signInPage } from './pages/sign-in.ts';
import { slackSettingsPage, slackSettingsVerbs } from './pages/slack-settings.ts';
import type { WebParts } from './parts.ts';
import { createSealer } from './seal.ts';
import { oneHost, securityHeaders } from './security.ts';
import { createSessions } from './session.ts';
import { signInRoutes } from './sign-in/routes.ts';

/** Far more than anybody types into a form. */
const BODY_LIMIT = 1_048_576;

/** Every page of Toban and who may open it. The order is that of a request: what is cheap and refuses comes first. */
export function createApp(parts: WebParts): Hono<WebEnv> {
  const { baseUrl, realClock, log, config } = parts;
  const sealer = createSealer(parts.sessionKeys, realClock);
  const cookies = createCookies(baseUrl);
  const sessions = createSessions(parts, sealer, cookies);
  const signIn = signInRoutes(parts, sealer, cookies, sessions);

  const app = new Hono<WebEnv>();
  app.use(securityHeaders(baseUrl));
  app.get('/health', (c) => c.text('ok'));
  app.get('/assets/:hash/:name', serveAsset);
  app.use(oneHost(baseUrl));
  feedsForCalendars(app, parts);
  app.use(language(config.workspace.locale, cookies));
  app.use(sessions.middleware);
  app.use(bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => errorPage(c, 400, 'badInput') }));
  app.use(csrfGuard(baseUrl));
  // Weak: the same page, whatever is done to its bytes on the way. This is what makes polling cheap.
  app.use(etag({ weak: true }));

  app.get('/sign-in', signInPage(parts));
  app.get('/sign-in/slack', signIn.start);
  app.get('/sign-in/callback', signIn.callback);
  app.post('/sign-out', signIn.signOut);
  app.get('/', needs('viewer'), homePage(parts));
  app.get('/incidents', needs('viewer'), incidentsPage(parts));
  app.get('/incidents/new', needs('responder'), declarePage(parts));
  app.post('/incidents/new', needs('responder'), declareFromPage(parts));
  app.get('/incidents/:label', needs('viewer'), incidentPage(parts));
  app.post('/incidents/:label', needs('responder'), changeFromPage(parts));
  app.get('/runbooks', needs('viewer'), runbooksPage(parts));
  app.get('/runbooks/new', needs('editor'), newRunbookPage(parts));
  app.post('/runbooks/new', needs('editor'), saveRunbook(parts));
  app.post('/runbooks/play', needs('editor'), playDraft(parts));
  app.get('/runbooks/:id', needs('viewer'), runbookPage(parts));
  app.get('/runbooks/:id/edit', needs('editor'), editRunbookPage(parts));
  app.post('/runbooks/:id/edit', needs('editor'), saveRunbook(parts));
  app.get('/runbooks/:id/play', needs('viewer'), playPage(parts));
  app.post('/runbooks/:id/play', needs('viewer'), playPage(parts));
  app.get('/runbooks/:id/changes', needs('viewer'), changesPage(parts));
  app.post('/incidents/:label/runs', needs('responder'), startRunFromPage(parts));
  app.get('/runs/:id', needs('viewer'), runPage(parts));
  app.post('/runs/:id', needs('responder'), changeRunFromPage(parts));
  app.get('/runs/:id/print', needs('viewer'), printedRun(parts));
  app.get('/actions', needs('viewer'), actionsPage(parts));
  app.post('/actions', needs('responder'), changeFromBoard(parts));
  app.get('/actions/:id', needs('viewer'), actionPage(parts));
  app.post('/actions/:id', needs('responder'), changeFromItem(parts));
  app.get('/calls', needs('viewer'), callsPage(parts));
  app.get('/calls/:id', needs('viewer'), callPage(parts));
  app.get('/rotas', needs('viewer'), rotasPage(parts));
  app.get('/rotas/:id', needs('viewer'), calendarPage(parts));
  app.get('/rotas/:id/check', needs('viewer'), checkPage(parts));
  app.get('/rotas/:id/load', needs('viewer'), loadPage(parts));
  app.get('/rotas/:id/load.csv', needs('viewer'), loadFile(parts));
  feedsForPeople(app, parts);
  app.get('/dead-letters', needs('viewer'), deadLettersPage(parts));
  app.post('/dead-letters/replay', needs('responder'), replay(parts));
  app.get('/insights', needs('viewer'), insightsPage(parts));
  app.get('/insights.csv', needs('viewer'), insightsFile(parts));

  const install = installRoutes(parts, sealer, cookies);
  app.get('/slack/install', needs('viewer'), install.start);
  app.get('/slack/oauth', needs('viewer'), install.callback);
  app.get('/settings/slack', needs('viewer'), slackSettingsPage(parts));
  const verbs = slackSettingsVerbs(parts);
  app.post('/settings/slack/check', needs('admin'), verbs.check);
  app.post('/settings/slack/disconnect', needs('admin'), verbs.disconnect);

  app.notFound((c) => errorPage(c, 404, 'notFound'));
  app.onError(async (error, c) => {
    const code = isTobanError(error) ? error.code : 'bug';
    log.error('page-failed', { path: loggedPath(c.req.path), code, reason: error.message });
    return failurePage(c, error, c.req.method === 'POST' ? await formOf(c) : []);
  });
  return app;
}
