import type { Rule } from './model.ts';

/**
 * The rules shipped. Burn rates are those of "The Site Reliability Workbook", chapter 5: 14.4 spends 2 % of a month's
 * error budget in an hour, 6 spends 5 % in six hours.
 */
export const defaultRules: Rule[] = [
  { severity: 'SEV1', duty: ['personal-data', 'road-traffic'] },
  { severity: 'SEV1', inquiries: 50 },
  { severity: 'SEV1', users: { share: 0.3 } },
  { severity: 'SEV1', vehicles: { share: 0.3 } },
  { severity: 'SEV2', duty: 'any' },
  { severity: 'SEV2', burnRate: 14.4 },
  { severity: 'SEV2', inquiries: 10 },
  { severity: 'SEV2', users: { share: 0.05 } },
  { severity: 'SEV2', vehicles: { share: 0.05 } },
  { severity: 'SEV3', burnRate: 6 },
  { severity: 'SEV3', inquiries: 3 },
  { severity: 'SEV3', users: { share: 0.005 } },
  { severity: 'SEV3', vehicles: { share: 0.005 } },
];

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** Japanese duties that street vehicles and their users bring. Terms are what the law or its guideline names; the legal department decides. */
export const defaultDuties = [
  {
    id: 'personal-data',
    name: { ja: '個人情報の漏えい・滅失・毀損', en: 'Personal data leaked, lost or damaged' },
    law: { ja: '個人情報保護法 26条', en: 'Act on the Protection of Personal Information, art. 26' },
    steps: [
      { tell: { ja: '法務・個人情報保護責任者', en: 'Legal and the privacy officer' }, within: null },
      {
        tell: {
          ja: '個人情報保護委員会へ速報（目安3〜5日）',
          en: 'Privacy commission: first report (3–5 days)',
        },
        within: 3 * DAY,
      },
      { tell: { ja: '本人への通知', en: 'Notice to those concerned' }, within: null },
      {
        tell: {
          ja: '個人情報保護委員会へ確報（不正目的なら60日）',
          en: 'Privacy commission: full report (60 days if malicious)',
        },
        within: 30 * DAY,
      },
    ],
  },
  {
    id: 'road-traffic',
    name: { ja: '交通事故（けが・物損）', en: 'Traffic accident (injury or damage)' },
    law: { ja: '道路交通法 72条', en: 'Road Traffic Act, art. 72' },
    steps: [
      {
        tell: {
          ja: '119番・110番への通報が済んだかを確認',
          en: 'Check that ambulance and police were called',
        },
        within: null,
      },
      { tell: { ja: '法務・保険会社', en: 'Legal and the insurer' }, within: 24 * HOUR },
    ],
  },
  {
    id: 'road-transport',
    name: { ja: '運送事業の重大事故', en: 'Serious accident of a transport service' },
    law: { ja: '道路運送法 29条・自動車事故報告規則', en: 'Road Transport Act, art. 29' },
    steps: [
      { tell: { ja: '運輸支局へ速報', en: 'Transport office: first report' }, within: 24 * HOUR },
      { tell: { ja: '運輸支局へ事故報告書', en: 'Transport office: written report' }, within: 30 * DAY },
    ],
  },
  {
    id: 'vehicle-safety',
    name: { ja: '車両の不具合（保安基準・リコール）', en: 'Vehicle defect (safety standards, recall)' },
    law: { ja: '道路運送車両法 63条の3', en: 'Road Transport Vehicle Act, art. 63-3' },
    steps: [
      { tell: { ja: '品質保証・法務', en: 'Quality assurance and legal' }, within: null },
      {
        tell: { ja: '国土交通省へ届出（改善措置の前）', en: 'Transport ministry, before a recall begins' },
        within: null,
      },
    ],
  },
  {
    id: 'product-safety',
    name: { ja: '製品事故（発火・けがなど）', en: 'Product accident (fire, injury …)' },
    law: { ja: '消費生活用製品安全法 35条', en: 'Consumer Product Safety Act, art. 35' },
    steps: [
      { tell: { ja: '品質保証・法務', en: 'Quality assurance and legal' }, within: null },
      { tell: { ja: '消費者庁へ報告', en: 'Consumer Affairs Agency' }, within: 10 * DAY },
    ],
  },
];
