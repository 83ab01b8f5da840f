/** What the fields are called in the admin, with a hint where one helps; and how the forms are laid out. */
export interface FormWords {
  readonly main: string;
  /** field → [label, hint?] */
  readonly fields: Readonly<Record<string, readonly [string] | readonly [string, string]>>;
  /** Columns of the list. */
  readonly list: readonly string[];
  /** What the list begins with when nobody has chosen; otherwise by the main field. */
  readonly newestFirst?: 'updatedAt' | 'disclosedOn' | 'plannedStart';
  /** Rows of the form; sizes are twelfths. */
  readonly edit: readonly (readonly (readonly [field: string, size: number])[])[];
}

export const CONTENT_TYPES: Readonly<Record<string, FormWords>> = {
  'api::explainer.explainer': {
    main: 'title',
    fields: {
      form: ['形式', '决定要填哪些内容'],
      title: ['标题', '微信标题最多 32 字'],
      subtitle: ['副题'],
      summary: ['一句话看懂', '读者只看一句时要知道的，最多 128 字'],
      category: ['服务分类'],
      policies: ['解读的政策文件', '至少一份，两边页面会互相链接'],
      keywords: ['关键词', '用顿号分开，例如：门诊、医保'],
      audiences: ['适用对象', '用顿号分开，例如：老年人、灵活就业人员'],
      aspects: ['要素', '背景、依据、意图、实施路径，四项都要写'],
      impact: ['与您有关', '谁受影响、变了什么、怎么办'],
      body: ['正文', 'Markdown：标题、列表、表格、图片、链接'],
      differences: ['新旧对比'],
      glossary: ['名词解释'],
      cover: ['封面', '不选时由系统绘制'],
      images: ['图片', '按顺序，每张都要有替代文字和长描述'],
      video: ['视频'],
      interview: ['访谈'],
      source: ['信息来源'],
      author: ['作者'],
      responsibleEditor: ['责任编辑'],
      contact: ['咨询联系', '部门、电话、时间'],
      correction: ['更正说明', '新定稿更正了已发布的内容时填写，与新定稿一起公开'],
      aiDisclosure: ['人工智能参与'],
      revision: ['修订号', '系统维护，防止互相覆盖'],
    },
    list: ['title', 'form', 'category', 'responsibleEditor', 'updatedAt'],
    newestFirst: 'updatedAt',
    edit: [
      [['title', 12]],
      [
        ['form', 4],
        ['category', 4],
        ['aiDisclosure', 4],
      ],
      [['summary', 12]],
      [['policies', 12]],
      [['aspects', 12]],
      [['impact', 12]],
      [['body', 12]],
      [['images', 12]],
      [['video', 12]],
      [['interview', 12]],
      [['differences', 12]],
      [['glossary', 12]],
      [
        ['cover', 6],
        ['subtitle', 6],
      ],
      [
        ['keywords', 6],
        ['audiences', 6],
      ],
      [
        ['source', 6],
        ['author', 6],
      ],
      [
        ['responsibleEditor', 6],
        ['contact', 6],
      ],
      [['correction', 12]],
      [['revision', 6]],
    ],
  },
  'api::policy.policy': {
    main: 'title',
    fields: {
      title: ['标题'],
      docNumber: ['发文字号', '例如：国办发〔2025〕27号'],
      docNumberPrefix: ['机关代字'],
      docNumberYear: ['年份'],
      docNumberSeq: ['序号'],
      issuers: ['发文机关', '几个机关用顿号分开'],
      genre: ['体裁'],
      signedOn: ['成文日期'],
      disclosedOn: ['公开日期'],
      effectiveOn: ['施行日期'],
      expiresOn: ['失效日期'],
      validity: ['效力'],
      body: ['正文', '条款以“第…条”开头'],
      sourceUrl: ['原文链接', '只链接到发文机关的原文'],
      explainers: ['解读'],
    },
    list: ['title', 'docNumber', 'issuers', 'validity', 'disclosedOn'],
    newestFirst: 'disclosedOn',
    edit: [
      [['title', 12]],
      [
        ['docNumber', 6],
        ['issuers', 6],
      ],
      [
        ['genre', 4],
        ['validity', 4],
        ['signedOn', 4],
      ],
      [
        ['disclosedOn', 4],
        ['effectiveOn', 4],
        ['expiresOn', 4],
      ],
      [['body', 12]],
      [['sourceUrl', 12]],
      [['explainers', 12]],
    ],
  },
};

export const COMPONENTS: Readonly<Record<string, FormWords>> = {
  'explainer.aspects': words(
    'background',
    { background: ['制定背景'], basis: ['政策依据'], intent: ['出台意图'], implementation: ['实施路径'] },
    12,
  ),
  'explainer.impact': words('who', { who: ['谁受影响'], changes: ['变了什么'], action: ['怎么办'] }, 4),
  'explainer.difference': words('item', { item: ['事项'], before: ['旧规定'], after: ['新规定'] }, 4),
  'explainer.term': words('term', { term: ['名词'], meaning: ['解释'] }, 6),
  'explainer.picture': words(
    'caption',
    { media: ['图片'], caption: ['图注'], longDescription: ['长描述', '把图上的内容完整写出来，给看不到图的人'] },
    12,
  ),
  'explainer.chapter': words('title', { at: ['开始（秒）'], title: ['章节名'] }, 6),
  'explainer.video': words(
    'transcript',
    {
      media: ['视频文件'],
      poster: ['封面图'],
      captions: ['字幕', 'WebVTT 格式'],
      transcript: ['文字稿'],
      chapters: ['章节'],
    },
    12,
  ),
  'explainer.person': words(
    'name',
    { key: ['代号', '在对话中引用，例如 host'], name: ['姓名'], title: ['职务'], role: ['身份'] },
    6,
  ),
  'explainer.turn': words(
    'text',
    { speaker: ['说话人代号'], text: ['内容'], at: ['时间'], mediaTime: ['录像位置（秒）'] },
    6,
  ),
  'explainer.interview': words('recording', { people: ['人物'], turns: ['对话'], recording: ['录像'] }, 12),
};

function words(main: string, fields: FormWords['fields'], size: number): FormWords {
  const names = Object.keys(fields);
  return { main, fields, list: names.slice(0, 2), edit: names.map((name) => [[name, size]]) };
}
