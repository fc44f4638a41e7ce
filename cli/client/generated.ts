// Made from the API's OpenAPI document by `npm run client`. A test fails when it is not up to date.

export interface Schemas {
  Problem: { type: string; title: string; status: number; detail?: string; errors?: Array<{ pointer: string; detail: string }> };
  Me: { person: Schemas['Person']; team: string; role: "viewer" | "responder" | "editor" | "admin"; token: { name: string; scopes: Array<"read" | "incidents:write" | "actions:write" | "postmortems:write" | "runbooks:write" | "export">; expiresAt: string | null } };
  Person: { id: string | null; name: string };
  Incident: { id: string; label: string | null; url: string; title: string; description: string; service: string | null; status: "detected" | "investigating" | "fixing" | "resolved" | "closed"; severity: "SEV1" | "SEV2" | "SEV3" | "SEV4"; severityBy: "rules" | "person"; open: boolean; private: boolean; drill: boolean; source: "command" | "shortcut" | "call" | "web" | "api" | "alert" | "import"; externalId: string | null; declaredBy: Schemas['Person'] | null; declaredAt: string; roles: Record<string, Schemas['Person']>; impact: { inquiries: number; vehicles: string | null; users: string | null; duties: Array<string> }; tickets: Array<string>; milestones: { started: { at: string | null; how: "recorded" | "implied" | "corrected" } | null; detected: { at: string | null; how: "recorded" | "implied" | "corrected" } | null; acknowledged: { at: string | null; how: "recorded" | "implied" | "corrected" } | null; identified: { at: string | null; how: "recorded" | "implied" | "corrected" } | null; mitigated: { at: string | null; how: "recorded" | "implied" | "corrected" } | null; resolved: { at: string | null; how: "recorded" | "implied" | "corrected" } | null }; numbers: { ttd: { kind: "recorded" | "pending" | "not-applicable" | "invalid"; seconds: number | null }; tta: { kind: "recorded" | "pending" | "not-applicable" | "invalid"; seconds: number | null }; tti: { kind: "recorded" | "pending" | "not-applicable" | "invalid"; seconds: number | null }; ttf: { kind: "recorded" | "pending" | "not-applicable" | "invalid"; seconds: number | null }; ttr: { kind: "recorded" | "pending" | "not-applicable" | "invalid"; seconds: number | null } }; room: { channel: string; name: string } | null; nextUpdateAt: string | null };
  TimelineLine: { id: string; at: string; mark: string; text: string; facts: Array<string>; link: string | null };
  Note: { id: string; at: string; text: string };
  RunbookEntry: { id: string; url: string; title: string; language: "ja" | "en"; version: string; steps: number; changedAt: string; changedBy: string; retiredAt: string | null };
  Runbook: { id: string; url: string; title: string; language: "ja" | "en"; version: string; steps: number; changedAt: string; changedBy: string; retiredAt: string | null; source: string };
  RunbookVersion: { version: string; at: string; by: string };
  Run: { id: string; url: string; incident: string; runbook: { id: string; title: string; version: string }; status: "running" | "done" | "stopped"; startedAt: string; startedBy: Schemas['Person'] | null; endedAt: string | null; reason: string | null; open: Array<{ step: string; visit: number; text: string; kind: string; wants: "text" | "number" | "choice" | "many" | "person" | "time" | null; choices: Array<string>; since: string; holder: Schemas['Person'] | null; failed: string | null }>; passed: Array<{ step: string; outcome: "answered" | "done" | "said" | "skipped"; value: string | number | Array<string> | null; by: Schemas['Person'] | null; at: string; note: string | null }>; answers: Record<string, string | number | Array<string>> };
  ActionItem: { id: string; url: string; title: string; note: string; owner: Schemas['Person'] | null; due: string | null; overdue: boolean; priority: "high" | "medium" | "low"; kind: "prevent" | "detect" | "mitigate" | "process"; state: "open" | "in-progress" | "done" | "dropped"; reason: string | null; link: string | null; incidents: Array<{ id: string; label: string | null }>; createdAt: string; createdBy: Schemas['Person']; changedAt: string };
  Postmortem: { id: string; url: string; title: string; language: "ja" | "en"; state: "draft" | "ready" | "published" | "archived"; stateAt: string; publishedAt: string | null; private: boolean; incidents: Array<string>; lead: Schemas['Person'] | null; reviewers: Array<Schemas['Person']>; dueAt: string | null; meeting: { at: string; minutes: number; link: string | null } | null; sections: Array<{ id: string; title: string; version: number }>; properties: Record<string, string | number | boolean>; mergedInto: string | null; createdAt: string; createdBy: Schemas['Person'] | null };
  PostmortemSection: { id: string; title: string; text: string; version: number; required: boolean; by: Schemas['Person'] | null; at: string | null };
  PostmortemCheck: { id: string; done: boolean; label: string; todo: string | null };
  PostmortemComment: { id: string; section: string | null; text: string; by: Schemas['Person']; at: string; resolved: boolean };
  PostmortemMarkdown: { markdown: string };
  Call: { id: string; url: string; status: "open" | "acknowledged" | "done" | "incident"; rota: string; receivedAt: string; asker: string | null; text: string; called: Array<{ person: Schemas['Person']; at: string }>; holder: Schemas['Person'] | null; acknowledgedAt: string | null; doneAt: string | null; late: boolean; incident: string | null; slack: string };
  Rota: { id: string; name: string; timezone: string; spreadsheet: string; columns: Array<string>; readAt: string | null };
  Shift: { column: string; kind: "people" | "free" | "gap" | "ambiguous" | "unknown" | "error" | "deactivated"; people: Array<Schemas['Person']>; from: string | null; to: string | null; text: string; cell: string | null; cellUrl: string | null; insteadOf: string | null; coverAskedBy: string | null };
  RotaProblem: { severity: "problem" | "notice"; code: string; text: string; cell: string | null; cellUrl: string | null; from: string | null; to: string | null };
  SearchHit: { kind: "incident" | "call" | "postmortem" | "action-item" | "runbook"; id: string; label: string | null; title: string; at: string; url: string; found: Array<string> };
  SimilarIncident: { incident: Schemas['Incident']; shared: Array<string> };
  Insights: { from: string; to: string; behind: boolean; incidents: Schemas['IncidentFigures']; calls: Schemas['CallFigures']; steps: Array<{ name: string; from: string; incidents: Schemas['IncidentFigures']; calls: Schemas['CallFigures'] }>; services: Array<{ service: string | null; incidents: Schemas['IncidentFigures'] }>; severities: Array<{ severity: "SEV1" | "SEV2" | "SEV3" | "SEV4"; incidents: Schemas['IncidentFigures'] }>; rotas: Array<{ rota: string; calls: Schemas['CallFigures'] }>; funnel: { calls: number; callsToIncident: number; incidents: number; withPostmortem: number; published: number; settled: number } };
  IncidentFigures: { count: number; severities: { SEV1: number; SEV2: number; SEV3: number; SEV4: number }; times: { ttd: Schemas['Spread']; tta: Schemas['Spread']; tti: Schemas['Spread']; ttf: Schemas['Spread']; ttr: Schemas['Spread'] } };
  Spread: { counted: number; median: number | null; p90: number | null; pending: number; invalid: number };
  CallFigures: { count: number; late: number; incidents: number; acknowledged: Schemas['Spread'] };
  AuditEntry: { at: string; by: Schemas['Person']; via: string | null; action: string; record: string; target: string };
}

export interface Operations {
  getMe: { path: Record<never, never>; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: Schemas['Me'] };
  listIncidents: { path: Record<never, never>; query: { status?: "open" | "detected" | "investigating" | "fixing" | "resolved" | "closed"; severity?: "SEV1" | "SEV2" | "SEV3" | "SEV4"; service?: string; from?: string; to?: string; q?: string; cursor?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['Incident']>; cursor: string | null } };
  declareIncident: { path: Record<never, never>; query: { fields?: string }; headers: { 'Idempotency-Key': string }; body: { title: string; description?: string; service?: string | null; private?: boolean; drill?: boolean; startedAt?: string | null; impact?: { vehicles?: number | string | null; users?: number | string | null; duties?: Array<string> }; over?: { started?: string; detected?: string; acknowledged?: string; identified?: string; mitigated?: string; resolved?: string } | null }; answer: Schemas['Incident'] };
  getIncident: { path: { incident: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: Schemas['Incident'] };
  correctIncident: { path: { incident: string }; query: { fields?: string }; headers: { 'If-Match': string }; body: { reason: string; title?: string; description?: string; service?: string | null; milestones?: { started?: string | "not-applicable" | null; detected?: string | "not-applicable" | null; acknowledged?: string | "not-applicable" | null; identified?: string | "not-applicable" | null; mitigated?: string | "not-applicable" | null; resolved?: string | "not-applicable" | null }; impact?: { vehicles?: number | string | null; users?: number | string | null; duties?: Array<string>; inquiries?: number }; severities?: Array<{ at: string; severity: "SEV1" | "SEV2" | "SEV3" | "SEV4" }> }; answer: Schemas['Incident'] };
  listTimeline: { path: { incident: string }; query: { order?: "oldest" | "newest"; cursor?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['TimelineLine']>; cursor: string | null } };
  addTimelineNote: { path: { incident: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string }; body: { text: string; at?: string | null }; answer: Schemas['Note'] };
  setIncidentStatus: { path: { incident: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string; 'If-Match'?: string }; body: { status: "detected" | "investigating" | "fixing" | "resolved" | "closed"; reason?: string | null }; answer: Schemas['Incident'] };
  setIncidentSeverity: { path: { incident: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string; 'If-Match'?: string }; body: { severity: "SEV1" | "SEV2" | "SEV3" | "SEV4" | "rules"; reason?: string }; answer: Schemas['Incident'] };
  setIncidentImpact: { path: { incident: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string; 'If-Match'?: string }; body: { vehicles?: number | string | null; users?: number | string | null; duties?: Array<string> }; answer: Schemas['Incident'] };
  addIncidentInquiries: { path: { incident: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string; 'If-Match'?: string }; body: { count?: number; ticket?: string | null }; answer: Schemas['Incident'] };
  postIncidentUpdate: { path: { incident: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string; 'If-Match'?: string }; body: { audiences: Array<string>; known: string; doing?: string; nextAt?: string | null }; answer: Schemas['Incident'] };
  listRunbooks: { path: Record<never, never>; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['RunbookEntry']>; cursor: string | null } };
  getRunbook: { path: { runbook: string }; query: { version?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: Schemas['Runbook'] };
  pushRunbook: { path: { runbook: string }; query: { fields?: string }; headers: { 'If-Match'?: string }; body: { source: string }; answer: Schemas['Runbook'] };
  listRunbookVersions: { path: { runbook: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['RunbookVersion']>; cursor: string | null } };
  listRuns: { path: { incident: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['Run']>; cursor: string | null } };
  startRun: { path: { incident: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string }; body: { runbook: string }; answer: Schemas['Run'] };
  getRun: { path: { run: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: Schemas['Run'] };
  changeRunStep: { path: { run: string; step: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string; 'If-Match'?: string }; body: { do: "answer" | "confirm" | "skip" | "retry" | "correct"; value?: string | number | Array<string>; reason?: string; visit?: number }; answer: Schemas['Run'] };
  undoRunStep: { path: { run: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string; 'If-Match'?: string }; body: Record<string, unknown>; answer: Schemas['Run'] };
  stopRun: { path: { run: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string; 'If-Match'?: string }; body: { reason: string }; answer: Schemas['Run'] };
  listActionItems: { path: Record<never, never>; query: { state?: "open" | "in-progress" | "done" | "dropped" | "unfinished"; owner?: string; kind?: "prevent" | "detect" | "mitigate" | "process"; priority?: "high" | "medium" | "low"; service?: string; overdue?: string; q?: string; sort?: "due" | "priority" | "newest"; cursor?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['ActionItem']>; cursor: string | null } };
  addActionItem: { path: Record<never, never>; query: { fields?: string }; headers: { 'Idempotency-Key'?: string }; body: { title: string; note?: string; owner?: string | null; due?: string | null; priority?: "high" | "medium" | "low"; kind?: "prevent" | "detect" | "mitigate" | "process"; link?: string | null; incidents?: Array<string> }; answer: Schemas['ActionItem'] };
  getActionItem: { path: { item: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: Schemas['ActionItem'] };
  editActionItem: { path: { item: string }; query: { fields?: string }; headers: { 'If-Match': string }; body: { title?: string; note?: string; owner?: string | null; due?: string | null; priority?: "high" | "medium" | "low"; kind?: "prevent" | "detect" | "mitigate" | "process"; link?: string | null }; answer: Schemas['ActionItem'] };
  setActionItemState: { path: { item: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string; 'If-Match'?: string }; body: { state: "open" | "in-progress" | "done" | "dropped"; reason?: string | null }; answer: Schemas['ActionItem'] };
  listPostmortems: { path: Record<never, never>; query: { state?: "open" | "draft" | "ready" | "published" | "archived"; cursor?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['Postmortem']>; cursor: string | null } };
  getPostmortem: { path: { postmortem: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: Schemas['Postmortem'] };
  listPostmortemSections: { path: { postmortem: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['PostmortemSection']>; cursor: string | null } };
  getPostmortemSection: { path: { postmortem: string; section: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: Schemas['PostmortemSection'] };
  savePostmortemSection: { path: { postmortem: string; section: string }; query: { fields?: string }; headers: { 'If-Match': string }; body: { text: string }; answer: Schemas['PostmortemSection'] };
  listPostmortemChecks: { path: { postmortem: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['PostmortemCheck']>; cursor: string | null } };
  listPostmortemComments: { path: { postmortem: string }; query: { cursor?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['PostmortemComment']>; cursor: string | null } };
  addPostmortemComment: { path: { postmortem: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string }; body: { text: string; section?: string | null }; answer: Schemas['PostmortemComment'] };
  getPostmortemMarkdown: { path: { postmortem: string }; query: { flavour?: "markdown" | "notion"; fields?: string }; headers: Record<never, never>; body: undefined; answer: Schemas['PostmortemMarkdown'] };
  beginPostmortem: { path: { incident: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string }; body: Record<string, unknown>; answer: Schemas['Postmortem'] };
  setPostmortemState: { path: { postmortem: string }; query: { fields?: string }; headers: { 'Idempotency-Key'?: string; 'If-Match'?: string }; body: { state: "draft" | "ready" | "published" | "archived"; reason?: string | null }; answer: Schemas['Postmortem'] };
  listCalls: { path: Record<never, never>; query: { filter?: "all" | "open" | "acknowledged" | "late" | "failed"; rota?: string; person?: string; q?: string; cursor?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['Call']>; cursor: string | null } };
  getCall: { path: { call: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: Schemas['Call'] };
  listCallStory: { path: { call: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<{ at: string; mark: string; text: string; facts: Array<string> }>; cursor: string | null } };
  listRotas: { path: Record<never, never>; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['Rota']>; cursor: string | null } };
  listDuty: { path: { rota: string }; query: { at?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['Shift']>; cursor: string | null } };
  previewRota: { path: { rota: string }; query: { days?: number; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['Shift']>; cursor: string | null } };
  listRotaProblems: { path: { rota: string }; query: { fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['RotaProblem']>; cursor: string | null } };
  search: { path: Record<never, never>; query: { q: string; kind?: "incident" | "call" | "postmortem" | "action-item" | "runbook"; cursor?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['SearchHit']>; cursor: string | null } };
  listSimilarIncidents: { path: Record<never, never>; query: { incident?: string; text?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['SimilarIncident']>; cursor: string | null } };
  getInsights: { path: Record<never, never>; query: { span?: "4w" | "13w" | "52w" | "3y"; until?: string; service?: string; severity?: "SEV1" | "SEV2" | "SEV3" | "SEV4"; fields?: string }; headers: Record<never, never>; body: undefined; answer: Schemas['Insights'] };
  listAudit: { path: Record<never, never>; query: { record?: string; person?: string; cursor?: string; fields?: string }; headers: Record<never, never>; body: undefined; answer: { items: Array<Schemas['AuditEntry']>; cursor: string | null } };
  exportAll: { path: Record<never, never>; query: Record<never, never>; headers: Record<never, never>; body: undefined; answer: ReadableStream<Uint8Array> };
}

export const ROUTES = {
  getMe: ['GET', '/me'],
  listIncidents: ['GET', '/incidents'],
  declareIncident: ['POST', '/incidents'],
  getIncident: ['GET', '/incidents/{incident}'],
  correctIncident: ['PATCH', '/incidents/{incident}'],
  listTimeline: ['GET', '/incidents/{incident}/timeline'],
  addTimelineNote: ['POST', '/incidents/{incident}/timeline'],
  setIncidentStatus: ['POST', '/incidents/{incident}/status'],
  setIncidentSeverity: ['POST', '/incidents/{incident}/severity'],
  setIncidentImpact: ['POST', '/incidents/{incident}/impact'],
  addIncidentInquiries: ['POST', '/incidents/{incident}/inquiries'],
  postIncidentUpdate: ['POST', '/incidents/{incident}/updates'],
  listRunbooks: ['GET', '/runbooks'],
  getRunbook: ['GET', '/runbooks/{runbook}'],
  pushRunbook: ['PUT', '/runbooks/{runbook}'],
  listRunbookVersions: ['GET', '/runbooks/{runbook}/versions'],
  listRuns: ['GET', '/incidents/{incident}/runs'],
  startRun: ['POST', '/incidents/{incident}/runs'],
  getRun: ['GET', '/runs/{run}'],
  changeRunStep: ['POST', '/runs/{run}/steps/{step}'],
  undoRunStep: ['POST', '/runs/{run}/undo'],
  stopRun: ['POST', '/runs/{run}/stop'],
  listActionItems: ['GET', '/action-items'],
  addActionItem: ['POST', '/action-items'],
  getActionItem: ['GET', '/action-items/{item}'],
  editActionItem: ['PATCH', '/action-items/{item}'],
  setActionItemState: ['POST', '/action-items/{item}/state'],
  listPostmortems: ['GET', '/postmortems'],
  getPostmortem: ['GET', '/postmortems/{postmortem}'],
  listPostmortemSections: ['GET', '/postmortems/{postmortem}/sections'],
  getPostmortemSection: ['GET', '/postmortems/{postmortem}/sections/{section}'],
  savePostmortemSection: ['PUT', '/postmortems/{postmortem}/sections/{section}'],
  listPostmortemChecks: ['GET', '/postmortems/{postmortem}/checklist'],
  listPostmortemComments: ['GET', '/postmortems/{postmortem}/comments'],
  addPostmortemComment: ['POST', '/postmortems/{postmortem}/comments'],
  getPostmortemMarkdown: ['GET', '/postmortems/{postmortem}/markdown'],
  beginPostmortem: ['POST', '/incidents/{incident}/postmortem'],
  setPostmortemState: ['POST', '/postmortems/{postmortem}/state'],
  listCalls: ['GET', '/calls'],
  getCall: ['GET', '/calls/{call}'],
  listCallStory: ['GET', '/calls/{call}/story'],
  listRotas: ['GET', '/rotas'],
  listDuty: ['GET', '/rotas/{rota}/duty'],
  previewRota: ['GET', '/rotas/{rota}/preview'],
  listRotaProblems: ['GET', '/rotas/{rota}/problems'],
  search: ['GET', '/search'],
  listSimilarIncidents: ['GET', '/search/similar-incidents'],
  getInsights: ['GET', '/insights'],
  listAudit: ['GET', '/audit'],
  exportAll: ['GET', '/export'],
} as const satisfies Readonly<Record<keyof Operations, readonly [method: string, path: string]>>;
