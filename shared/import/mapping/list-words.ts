import type { State as ActionState } from '../../action-item/index.ts';

/** What a cell of a record within a record says. */
export type Part = 'time' | 'made' | 'text' | 'title' | 'who' | 'state' | 'due' | 'link' | 'role' | 'id';

/** What such cells are called, folded; the first that fits counts, of several the first that is not blank. */
export const PART_WORDS: readonly (readonly [Part, RegExp])[] = [
  ['id', /^(?:id|uuid|key|番号)$/],
  ['due', /^(?:期限日?|期日|締切日?|完了予定日?|due(?:date|at|on)?|deadline)$/],
  [
    'time',
    /^(?:日時|時刻|時間|発生日時|記録日時|at|on|t|time|clock|when|date|datetime|timestamp|ts|(?:occurred|happened|triggered|posted|logged|recorded|started)at|eventtime)$/,
  ],
  ['made', /^(?:作成日時?|created(?:at|time|on)?)$/],
  ['state', /^(?:ステータス|状態|完了|済|status|state|done|completed|closed|activityaction|to|tostatus)$/],
  [
    'who',
    /^(?:担当者?|投稿者|発言者|記入者|記録者|名前|氏名|who|by|user|author|actor|owner|assignee|assigned(?:to)?|creator|createdby|postedby|nickname|(?:user|author|owner|assignee)nickname)$/,
  ],
  ['role', /^(?:役割|役職|ロール|role)$/],
  ['link', /^(?:url|リンク|link|permalink|ticket|チケット)$/],
  [
    'title',
    /^(?:タイトル|件名|見出し|名称|title|name|subject|summary|heading|やること|タスク|アクション|task|todo|action)$/,
  ],
  [
    'text',
    /^(?:内容|本文|詳細|説明|コメント|メッセージ|出来事|対応|メモ|text|body|blob|message|content|description|comment|note|detail|event|what|msg|memo|entry)$/,
  ],
];

/** What says nothing to a reader. */
export const SILENT_PART =
  /(?:^|\.)(?:id|uuid|updated_?at|avatar(?:_?url)?|icon(?:_?url)?|image(?:_?url)?|color|position|order)$/i;

/** Roles that lead. */
export const LEADS = /(?:指揮|コマンダー|責任者|リーダー|主担当|commander|lead|owner|^ic$)/i;

export const ACTION_STATES: readonly (readonly [ActionState, RegExp])[] = [
  [
    'done',
    /^(?:完了(?:済み?)?|済み?|対応済み?|終了|クローズ|closed?|done|completed?|resolved|finished|true|x|はい|✓|✔|☑|○)$/,
  ],
  [
    'dropped',
    /^(?:中止|見送り?|対応しない|不要|取り?下げ|スキップ|skip(?:ped)?|wont(?:fix|do)|dropped|cancell?ed|rejected)$/,
  ],
  ['in-progress', /^(?:対応中|進行中|着手中?|作業中|doing|inprogress|started|active|wip)$/],
];

/** What a step of the state says was reached then. */
export const REACHED_WORDS = [
  ['started', /^(?:発生|開始|triggered|started|occurred)$/],
  ['detected', /^(?:検[知出]|発覚|detected|open(?:ed)?|declared|reported|new)$/],
  ['acknowledged', /^(?:受領|対応中|対応開始|調査中|調査開始|investigating|acknowledged|inprogress)$/],
  ['identified', /^(?:原因特定|修正中|identified|fixing)$/],
  ['mitigated', /^(?:影響終了|暫定復旧|mitigated|monitoring|監視中)$/],
  ['resolved', /^(?:解決(?:済み?)?|復旧(?:済み?)?|収束|resolved|recovered|fixed)$/],
] as const;
