// The edge knows neither the person's language nor the workspace's: both, shortest first.
export const edgeText = {
  notAccepted:
    '受け付けられませんでした。数秒待ってから、もう一度操作してください。\nNot accepted. Please wait a few seconds and try again.',
  loading: '読み込んでいます…\nLoading…',
  close: '閉じる / Close',
} as const;
