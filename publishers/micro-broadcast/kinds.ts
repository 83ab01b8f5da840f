/** What an update is, and the words that readers see. */
export const KIND_TITLES = {
  opening: '开场',
  point: '要点',
  change: '变化',
  picture: '图解',
  chapter: '视频章节',
  question: '提问',
  answer: '回答',
  scene: '现场',
  closing: '结束',
} as const;

export type Kind = keyof typeof KIND_TITLES;
export const KINDS = [
  'opening',
  'point',
  'change',
  'picture',
  'chapter',
  'question',
  'answer',
  'scene',
  'closing',
] as const satisfies readonly Kind[];
