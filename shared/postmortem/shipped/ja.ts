/** The templates shipped in Japanese, as somebody would write them in a file. */
export const japanese: readonly string[] = [
  `---
id: sre
title: ポストモーテム（標準）
language: ja
---
## 概要 {#summary required}

何が起きたかを、関わっていない人にもわかるように3行ほどで。

## 影響 {#impact required}

誰に、どれだけの影響があったか。利用者・車両・問い合わせの数、売上、法令上の義務。

## 根本原因 {#root-causes required}

なぜ起きたか。人ではなく、仕組みの言葉で。原因はひとつとは限りません。

## きっかけ {#trigger required}

潜んでいた原因を表に出した出来事。リリース、設定変更、アクセス増など。

## 検知 {#detection required}

どうやって気づいたか。もっと早く気づく方法はあったか。

## 対応 {#response required}

誰が何をして、何が効いたか。遠回りになったことも。

## 復旧 {#recovery required}

いつ、どうやって元に戻ったか。残っている影響はあるか。

## うまくいったこと {#went-well}

次も同じようにやりたいこと。

## うまくいかなかったこと {#went-wrong}

時間がかかった、情報が届かなかった、手順がなかったなど。

## 運がよかったこと {#lucky}

たまたま助かったこと。次は助からないかもしれません。

## タイムライン {#timeline required}

時刻順の出来事。

## アクションアイテム {#action-items}

再発を防ぐ、早く気づく、影響を小さくするためにやること。担当者と期限は、アクションアイテムの一覧で決めます。
`,
  `---
id: light
title: ポストモーテム（簡易）
language: ja
---
## 概要 {#summary required}

何が起きたかを2〜3行で。

## 影響 {#impact required}

誰に、どれだけの影響があったか。

## 原因 {#root-causes required}

なぜ起きたか。人ではなく、仕組みの言葉で。

## 学び {#went-wrong}

次に同じことが起きたら、どうすれば早く終わるか。

## タイムライン {#timeline}

時刻順の出来事。

## アクションアイテム {#action-items}

やること。なければ「なし」と理由を。
`,
  `---
id: privacy
title: 個人情報・法務の追補
language: ja
kind: supplement
properties:
  - { id: people-affected, name: 影響を受けた人数, type: number, required: true }
  - { id: secondary-damage, name: 二次被害のおそれ, type: choice, options: [なし, あり, 調査中], required: true }
  - { id: commission-number, name: 個人情報保護委員会の受付番号 }
checklist:
  - { id: legal-review, name: 法務が内容を確認した }
  - { id: no-personal-data, name: この文書に個人情報を書いていない }
---
## 関わった個人情報 {#personal-data required}

どの項目が、何人分、どういう状態で（漏えい・滅失・毀損、おそれを含む）。氏名など個人情報そのものは書かないでください。

## 報告と届出 {#reports required}

どこへ、いつ、誰が報告したか。個人情報保護委員会への速報と確報、警察、委託元など。

## 本人への通知 {#notices required}

いつ、どんな方法で、何を伝えたか。通知しない場合はその理由。
`,
];
