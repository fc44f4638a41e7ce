import type { Locale } from '../../../../shared/language/index.ts';

/** What the form of a new postmortem says. */
export type NewText = Readonly<
  Record<
    | 'title'
    | 'how'
    | 'name'
    | 'nameHint'
    | 'incidents'
    | 'incidentsHint'
    | 'template'
    | 'byRule'
    | 'create'
    | 'templates',
    string
  >
>;

const ja: NewText = {
  title: 'ポストモーテムを作る',
  how: 'インシデントがなくても作れます。複数のインシデントをひとつにまとめることもできます。わかっていることは、はじめから書いてあります。',
  name: '題名',
  nameHint: '空のままなら、最初のインシデントの題名になります。',
  incidents: '対象のインシデント',
  incidentsHint: '例: INC-7 INC-9。なければ空のままで。それぞれの下書きは、言葉を残したまま保管されます。',
  template: 'テンプレート',
  byRule: '設定のとおり',
  create: '作成する',
  templates: 'テンプレートを見る',
};

const en: NewText = {
  title: 'New postmortem',
  how: 'It needs no incident, and it can be about several at once. What is known of them is written already.',
  name: 'Title',
  nameHint: 'Left empty, it is the title of the first incident.',
  incidents: 'Incidents it is about',
  incidentsHint:
    'Such as INC-7 INC-9; leave it empty if there is none. Drafts that they have are archived and keep their words.',
  template: 'Template',
  byRule: 'as configured',
  create: 'Create',
  templates: 'See the templates',
};

export const newText = (locale: Locale): NewText => (locale === 'ja' ? ja : en);
