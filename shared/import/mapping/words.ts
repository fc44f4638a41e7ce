import type { Severity } from '../../severity/index.ts';
import type { State, Target } from './model.ts';

/** What columns are called, folded and without blanks. The first that fits counts. */
export const COLUMN_WORDS: readonly (readonly [Target, RegExp])[] = [
  [
    'ignore',
    /^(?:取り込めない理由|whyrefused|作成日時|作成者|最終更新(?:日時|者)?|更新(?:日時?|者)?|created(?:time|at|by)?|last(?:edited|modified)(?:time|by)?|updated(?:at|by)?)$/,
  ],
  [
    'id',
    /^(?:id|uuid|no\.?|番号|管理番号|インシデント(?:id|番号|no\.?)|incident(?:id|key|number)|externalid|key)$/,
  ],
  [
    'started',
    /^(?:発生(?:日時?|時刻|日)?|開始(?:日時?|時刻)?|障害発生(?:日時?|時刻)?|発生期間|(?:発生|開始).{0,3}(?:復旧|解決|終了|収束)(?:日時)?|期間|日時|start(?:ed|time|date|edat)?|began|occurred(?:at)?|impactstart(?:ed)?(?:at)?|triggered(?:at)?|date|when)$/,
  ],
  [
    'detected',
    /^(?:検[知出](?:日時?|時刻)?|発覚(?:日時?|時刻)?|覚知(?:日時?|時刻)?|detected(?:at|time)?|detectedtime|reported(?:at|time))$/,
  ],
  [
    'acknowledged',
    /^(?:受領(?:日時?|時刻)?|対応開始(?:日時?|時刻)?|着手(?:日時?|時刻)?|一次対応(?:日時?|時刻)?|acknowledged(?:at|time)?|investigating(?:at)?|responded(?:at)?)$/,
  ],
  ['identified', /^(?:原因(?:特定|判明)(?:日時?|時刻)?|identified(?:at)?|fixing(?:at)?)$/],
  [
    'mitigated',
    /^(?:緩和(?:日時?|時刻)?|暫定(?:対応|復旧)(?:日時|時刻|完了日時?)|影響終了(?:日時?|時刻)?|mitigated(?:at)?|impactend(?:ed)?(?:at)?)$/,
  ],
  [
    'resolved',
    /^(?:復旧(?:日時?|時刻)?|解決(?:日時?|時刻)?|収束(?:日時?|時刻)?|終了(?:日時?|時刻)?|完了(?:日時?|時刻)?|対応完了(?:日時?|時刻)?|resolved(?:at|time)?|recovered(?:at)?|end(?:ed|time|date|edat)?|closed(?:at)?|fixed(?:at)?)$/,
  ],
  [
    'duration',
    /^(?:対応時間|復旧時間|復旧までの時間|障害時間|停止時間|所要時間|継続時間|影響時間|ダウンタイム|duration|downtime|outage(?:time|duration)|ttr|timeto(?:resolve|recover))(?:分|時間|秒|min(?:ute)?s?|hours?|h|sec(?:ond)?s?)?$/,
  ],
  [
    'title',
    /^(?:タイトル|件名|名前|題名|インシデント(?:名)?|障害名|概要タイトル|title|name|subject|incident(?:name|title)?)$/,
  ],
  [
    'severity',
    /^(?:重要度|深刻度|重大度|緊急度|影響度|ランク|レベル|障害レベル|severity|sev|priority|impactlevel|level|severity\.name)$/,
  ],
  ['status', /^(?:ステータス|状態|状況|進捗|対応状況|status|state|stage|status\.name)$/],
  [
    'service',
    /^(?:(?:関連|影響)?サービス(?:名)?|対象(?:サービス|システム)?|システム(?:名)?|プロダクト|機能|services?(?:names?)?|systems?|products?|components?|affectedservices?|service\.name)$/,
  ],
  [
    'reporter',
    /^(?:報告者|起票者|検知者|発見者|連絡者|宣言者|記入者|reporter|reportedby|declaredby|createduser|openedby|reporter\.(?:name|email))$/,
  ],
  [
    'lead',
    /^(?:担当者?|主担当者?|責任者|指揮(?:官|者)?|対応責任者|オーナー|assignee|owner|lead|commander|incidentcommander|ic|assignee\.(?:name|email))$/,
  ],
  [
    'people',
    /^(?:対応者|関係者|参加者|メンバー|対応メンバー|副担当者?|responders?|participants?|members?|people|assignees|roles?|役割)$/,
  ],
  ['inquiries', /^(?:問い?合わ?せ(?:件数|数)|入電(?:件)?数|inquiries|tickets|supporttickets|contacts)$/],
  ['vehicles', /^(?:影響(?:車両|台数|車両数)|対象(?:車両|台数)|車両数|vehicles|affectedvehicles)$/],
  [
    'users',
    /^(?:影響(?:ユーザー?数?|人数|顧客数|利用者数)|対象(?:ユーザー?数?|人数)|ユーザー?数|users|affectedusers|customers(?:affected)?)$/,
  ],
  ['drill', /^(?:訓練|演習|テスト|drill|test|exercise|experimental|isexperimental)$/],
  ['private', /^(?:非公開|限定公開|private|isprivate|confidential)$/],
  ['link', /^(?:url|リンク|link|permalink|html_?url)$/],
  ['description', /^(?:概要|説明|詳細|内容|サマリー?|要約|description|summary|details?|overview|abstract)$/],
  [
    'section',
    /^(?:影響(?:範囲|内容)?|原因(?:分析)?|根本原因|直接原因|対応(?:内容|履歴|経緯)?|経緯|タイムライン|再発防止策?|恒久対応|暫定対応(?:内容)?|対策|学び|教訓|振り?返り|良かったこと|ポストモーテム|備考|impact|statedocument|postmortems?(?:\.(?:blob|body|content|text|markdown|sections))?|(?:root)?causes?|rootcauseanalysis|timeline|resolution|actions?|actionitems|lessons(?:learned)?|retrospective|contributingfactors|mitigation|prevention|notes?)$/,
  ],
];

/** What columns that hold a list of records are called. A text of that name is a section of the postmortem. */
export const LIST_WORDS: readonly (readonly [Target, RegExp])[] = [
  [
    'actions',
    /^(?:アクション(?:アイテム)?|やること|タスク|todo|todos|再発防止策?|恒久対応|対策|actions?|actionitems?|tasks?|followups?|remediations?)$/,
  ],
  [
    'history',
    /^(?:状態の?履歴|ステータス履歴|status(?:history|es|changes?)|transitions|metrics|milestones)$/,
  ],
  [
    'timeline',
    /^(?:タイムライン|時系列|経緯|対応(?:履歴|ログ|記録|経緯)|履歴|ログ|コメント|メモ|timeline(?:entries|events|items)?|events|entries|history|logs?|comments|updates|messages|activities|notes)$/,
  ],
];

/** What severities are called. */
export const SEVERITY_WORDS: readonly (readonly [Severity, RegExp])[] = [
  [
    'SEV1',
    /^(?:sev-?[01]|s-?1|p-?[01]|1|緊急|重大|致命的?|最高|最重要|クリティカル|critical|urgent|blocker|highest|特大|レベル[1１])$/,
  ],
  ['SEV2', /^(?:sev-?2|s-?2|p-?2|2|高|高い|大|重要|ハイ|high|major|error|レベル2)$/],
  [
    'SEV3',
    /^(?:sev-?3|s-?3|p-?3|3|中|中程度|普通|ミディアム|medium|moderate|minor|normal|warning|middle|レベル3)$/,
  ],
  [
    'SEV4',
    /^(?:sev-?[45]|s-?[45]|p-?[45]|[45]|低|低い|小|軽微|軽度|ロー|low|lowest|trivial|info(?:rmational)?|unknown|なし|レベル[45])$/,
  ],
];

/** What states are called. */
export const STATE_WORDS: readonly (readonly [State, RegExp])[] = [
  [
    'closed',
    /^(?:クローズ(?:済み?)?|完了(?:済み?)?|終了|対応(?:完了|終了)|済み?|close[d]?|done|completed?|finished|archived|postmortem(?:done)?|公開済み?)$/,
  ],
  [
    'over',
    /^(?:解決(?:済み?)?|復旧(?:済み?)?|収束(?:済み?)?|対応済み?|振り?返り(?:待ち|中)?|ポストモーテム(?:待ち|作成中)|resolved|recovered|fixed|mitigated|monitoring|監視中|経過観察(?:中)?)$/,
  ],
  [
    'open',
    /^(?:未対応|未着手|対応中|調査中|検知|発生中|進行中|オープン|修正中|open|new|todo|notstarted|inprogress|detected|triggered|investigating|identified|fixing|active|ongoing|acknowledged)$/,
  ],
];

/** What says yes: of a drill, of what is private. */
export const YES_WORDS = /^(?:true|yes|on|1|はい|訓練|演習|非公開|private|○|◯|✓|✔|☑)$/;

/** The form in which words are compared: one width, no case, no blanks or marks around them. */
export const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{Extended_Pictographic}\p{Variation_Selector}\u200b-\u200d\s_・:()[\]【】「」/-]+/gu, '');

/** What a word of a list means; `高（全停止）` is what stands before its brackets. */
export const wordFor = <T>(table: readonly (readonly [T, RegExp])[], text: string): T | null => {
  const found = (said: string): T | null => table.find(([, word]) => word.test(folded(said)))?.[0] ?? null;
  return found(text) ?? found(text.normalize('NFKC').replace(/\s*\(.*\)\s*$/, ''));
};
