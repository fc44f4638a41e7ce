const ja = {
  page: '当番表（シミュレーター）',
  saved: '保存しました',
  saving: '保存しています…',
  offline: 'サーバーにつながりません。つながり次第、自動で読み直します。',
  undo: '元に戻す',
  redo: 'やり直す',
  entry: 'セルの内容',
  documents: 'スプレッドシート',
  import: 'CSV を取り込む',
  rename: 'タブ名を変更',
  cancel: 'やめる',
  fault: 'Google 側の状態',
  faults: {
    none: '正常',
    'not-shared': '共有されていない（403）',
    'api-disabled': 'API が無効（403）',
    'not-found': '見つからない（404）',
    'rate-limited': '回数の上限（429）',
    unavailable: '停止中（503）',
    slow: '遅い（5秒）',
    lost: '応答なし',
    garbage: '別のページが返る',
  },
  today: 'いまの当番',
  importAsk: (file) => `${file} をどこに取り込みますか。取り込みは「元に戻す」では戻せません。`,
  importHere: (tab) => `「${tab}」を置き換える`,
  importNew: (tab) => `新しいタブ「${tab}」にする`,
  broken: (why) => `ファイルを読めません。直すまで、前の内容を表示しています（編集はできません）。${why}`,
  formula: "計算式は計算されません。文字として入れる場合は先頭に ' を付けてください。",
  errors: {
    'file-broken': () =>
      'ファイルが壊れているため、保存しませんでした。ファイルを直してから、もう一度お試しください。',
    'no-such-tab': () => 'このタブは無くなりました。最新の内容を読み直します。',
    'no-such-document': () => 'このスプレッドシートは無くなりました。',
    'tab-exists': () => '同じ名前のタブがあります。別の名前にしてください。',
    'bad-value': () => 'この場所には書き込めません。',
    'too-large': () => '大きすぎて受け付けられません（5 MB まで）。',
    'csv-syntax': ({ line }) =>
      `CSV の${line ? ` ${line} 行目` : '途中'}を読めません。引用符（"）が閉じているか確かめてください。`,
    'csv-too-large': ({ line }) =>
      `CSV が大きすぎます（${line} 行目で上限を超えました。20,000 行・200 列まで）。`,
    'csv-empty': () => 'CSV に内容がありません。',
    'csv-encoding': () => 'CSV の文字コードが分かりません。UTF-8 か Shift_JIS で保存し直してください。',
  },
  failed: '保存できませんでした。入力は残してあります。もう一度 Enter を押してください。',
};

const en = {
  page: 'Rota (simulator)',
  saved: 'Saved',
  saving: 'Saving…',
  offline: 'The server does not answer. The page catches up by itself when it does.',
  undo: 'Undo',
  redo: 'Redo',
  entry: 'Cell content',
  documents: 'Spreadsheet',
  import: 'Import CSV',
  rename: 'Rename tab',
  cancel: 'Cancel',
  fault: 'Google is',
  faults: {
    none: 'fine',
    'not-shared': 'not shared (403)',
    'api-disabled': 'API disabled (403)',
    'not-found': 'not found (404)',
    'rate-limited': 'rate limited (429)',
    unavailable: 'down (503)',
    slow: 'slow (5 s)',
    lost: 'silent',
    garbage: 'another page',
  },
  today: 'On duty now',
  importAsk: (file) => `Where should ${file} go? Undo does not take an import back.`,
  importHere: (tab) => `Replace "${tab}"`,
  importNew: (tab) => `New tab "${tab}"`,
  broken: (why) =>
    `The file cannot be read. Until it is mended, the content of before is shown and cannot be edited. ${why}`,
  formula: "Formulas are not computed here. To enter it as text, put ' in front.",
  errors: {
    'file-broken': () => 'Not saved, because the file is broken. Mend the file and try again.',
    'no-such-tab': () => 'This tab is gone. The page is being brought up to date.',
    'no-such-document': () => 'This spreadsheet is gone.',
    'tab-exists': () => 'A tab has this name already. Choose another one.',
    'bad-value': () => 'Nothing can be written there.',
    'too-large': () => 'This is too large (5 MB at most).',
    'csv-syntax': ({ line }) =>
      `The CSV cannot be read${line ? ` at line ${line}` : ''}. Check that each quotation mark is closed.`,
    'csv-too-large': ({ line }) =>
      `The CSV is too large (line ${line} is beyond 20,000 rows or 200 columns).`,
    'csv-empty': () => 'The CSV is empty.',
    'csv-encoding': () => 'The encoding of the CSV is unknown. Save it as UTF-8.',
  },
  failed: 'Not saved. What you typed is still there; press Enter to try again.',
};

const params = new URLSearchParams(location.search);
export const locale = (params.get('lang') ?? navigator.language).toLowerCase().startsWith('ja') ? 'ja' : 'en';
export const text = locale === 'ja' ? ja : en;

/** The sentence for a refusal of the server; its own words where the page has none. */
export const sayError = (error) =>
  text.errors[error.code]?.(error.detail) ?? `${text.failed} ${error.message}`;
