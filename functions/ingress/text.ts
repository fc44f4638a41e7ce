// The edge knows neither the person's language nor the workspace's: both, shortest first.
export const edgeText = {
  notAccepted:
    '受け付けられませんでした。数秒待ってから、もう一度押してください。\nNot accepted. Please wait a few seconds and press again.',
  howToCall:
    '当番を呼ぶには、相談チャンネルで @Toban にメンションしてください。その時間の当番だけを呼びます。\nTo call the person on duty, mention @Toban in the help channel. Only the person on duty is called.',
} as const;
