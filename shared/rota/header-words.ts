/**
 * The words of headers, as they stand in sheets of Japanese and English teams; compared with the folded text. What is
 * short enough to stand inside another word counts only as a whole word.
 */

/** Columns that only look like duty: a phone number, a note, a team. */
export const IGNORED =
  /電話|(?<![a-z])tel(?![a-z])|phone|携帯|内線|番号|備考|メモ|コメント|注記|特記|摘要|(?<![a-z])notes?(?![a-z])|comments?|remarks?|理由|reason|(?<![a-z])url(?![a-z])|リンク|(?<![a-z])links?(?![a-z])|回数|合計|小計|累計|(?<![a-z])totals?(?![a-z])|(?<![a-z])count(?![a-z])|場所|拠点|行事|イベント|更新日|更新者|作成者|作成日|記入|確認|承認|住所|給与|手当/;
/** Ignored when the header ends so: `担当チーム` is a team, `車両チーム 担当` is a duty. */
export const IGNORED_AT_END =
  /(?:チーム|(?<![a-z])teams?|サービス|(?<![a-z])services?|部署|所属|グループ|班|(?<![a-z])groups?|プロダクト|システム|(?<![a-z])no\.?|^#|^id)(?: ?名| name)?$/;
/** Says who, but as an account; used only where no other column says it. */
export const ACCOUNT = /メール|(?<![a-z])e-?mail|slack|メンション|(?<![a-z])mention/;

export const DATE =
  /^(?:日付|日にち|日|月日|年月日|月\/日|日程|日時|(?:当番|担当|対応|実施|シフト|勤務|オンコール)(?:日|日付|日程)|dates?|day|(?:on-?call|duty|shift|rota|work) ?(?:date|day)|date(?: ?\/ ?day)?)$/;
export const START =
  /^(?:開始(?:日時?|時刻|時間)?|(?:当番|担当|シフト|勤務)?開始(?:日時?|時刻|時間)?|自|starts?(?:ing)?(?: ?(?:date|time|day|at|on|date ?\/ ?time|datetime))*|from(?: date| time)?|begins?|(?:shift|duty|on-?call) ?(?:start|begin)s?(?: ?(?:date|time))?|start[_-](?:date|time|at))$/;
export const END =
  /^(?:終了(?:日時?|時刻|時間)?|(?:当番|担当|シフト|勤務)?終了(?:日時?|時刻|時間)?|至|まで|ends?(?:ing)?(?: ?(?:date|time|day|at|on|date ?\/ ?time|datetime))*|to(?: date| time)?|until|till|(?:shift|duty|on-?call) ?ends?(?: ?(?:date|time))?|end[_-](?:date|time|at))$/;
export const WEEK =
  /^(?:週|週次|当番週|担当週|対象週|週初め?|週の?(?:開始|初め|始まり|始め)日?|開始週|week(?: ?(?:commencing|beginning|starting|start|begin|of|from|date))?(?: ?(?:date|\(?mon(?:day)?\)?))?|w\/c|weekly|wc)$/;
export const PERIOD =
  /^(?:期間|当番期間|担当期間|対象期間|シフト期間|日付範囲|periods?|date ?range|dates? range|range)$/;
export const WEEKDAY = /^(?:曜日|曜|weekdays?|week ?day|day ?of ?(?:the )?week|dow|days?)$/;
export const MONTH_COLUMN = /^(?:月|month)$/;
export const YEAR_COLUMN = /^(?:年|year)$/;
export const HOURS =
  /^(?:時間帯?|勤務時間|対応時間|時刻|(?:シフト)?時間|hours?|times?|time ?(?:slot|range|of day))$/;
/** 日勤, 夜勤 …: which part of the day; hours only when they are written. */
export const SHIFT =
  /日勤|夜勤|早番|遅番|準夜|深夜|中番|日中|夜間|時間外|時間内|営業時間|昼|夜|朝|午前|午後|シフト|(?<![a-z])(?:day|night|evening|morning|late|early)(?: ?shift)?(?![a-z])|in-?hours|out-?of-?hours|office ?hours|business ?hours|shifts?/;

export const SUBSTITUTE =
  /代理|代行|代打|代わり|交代|交替|スワップ|変更後|substitut|(?<![a-z])cover(?!age)|(?<![a-z])swap|stand-?in|replacement|overrid/;
export const STATUS = /^(?:状態|ステータス|実施状況|状況|実施|status|state)$/;
export const CANCELLED =
  /^(?:中止|取り?消し?|取りやめ|キャンセル|なし|休止|cancell?ed|cancel|called off|off)(?:済み?)?$/;

export const SECONDARY =
  /副(?:担当|当番|オンコール|担)|二次|2次|第二|セカンダリ|バックアップ|サブ(?:担当|当番|$)|控え|補佐|予備|secondary|(?<![a-z])back-? ?up|(?<![a-z])(?:tier|level|line) ?2|(?<![a-z])(?:2nd|second)(?![a-z])/;
export const SECONDARY_WORDS: ReadonlySet<string> = new Set([
  '副',
  'サブ',
  'sub',
  '控',
  '裏',
  'l2',
  '2nd',
  'second',
  's',
]);
export const TERTIARY =
  /三次|3次|第三|tertiary|(?<![a-z])(?:tier|level|line) ?3|(?<![a-z])(?:3rd|third)(?![a-z])|(?<![a-z])l3(?![a-z\d])/;
export const MANAGER =
  /マネージャ|マネジャ|責任者|管理者|管理職|上長|エスカレーション先|(?<![a-z])managers?(?![a-z])|escalation|(?<![a-z])lead(?![a-z])|リーダー|部長|課長/;
export const PRIMARY =
  /主担当|正担当|当番|担当|オンコール|on-? ?call|primary|プライマリ|メイン|一次|1次|第一|(?<![a-z])(?:tier|level|line) ?1|assignee|assigned|responder|対応者|(?<![a-z])(?:1st|first)(?! ?name)(?![a-z])|(?<![a-z])rota(?![a-z])|宿直|日直|当直/;
export const PRIMARY_WORDS: ReadonlySet<string> = new Set([
  '主',
  '正',
  '表',
  'main',
  'p',
  'l1',
  'who',
  'person',
  'people',
  'name',
  'names',
  'engineer',
  'member',
  'owner',
  'duty',
  '氏名',
  '名前',
  'メンバー',
  '氏名名前',
  'staff',
  '担',
  '者',
]);
