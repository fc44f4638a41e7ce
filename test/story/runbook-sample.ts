/** A runbook with every trap in its words: markup, a hostile link, branches, a deed, an optional step. */
export const FIRST = `---
id: return-fails
title: 返却できない <b>
language: ja
match: { keywords: [返却], services: [rental] }
---
# 返却できない

まず<script>alert(1)</script>落ち着く。

## 事実をつかむ {#facts}

1. 何台ですか。 \`ask number as vehicles into impact.vehicles\`
2. **続いて**いますか。[手順](javascript:alert(1)) \`ask choice as ongoing\`
   - はい \`go #stop\`
   - いいえ

## 止める {#stop}

1. 運用の当番を呼ぶ \`do call rota mobility\`
2. 記録係に頼む \`by scribe optional\`
`;
