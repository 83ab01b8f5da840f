import type { State } from './states';

/** Colours by meaning; `STATE_TONES` of the chip maps them to the theme. */
export type Tone = 'waiting' | 'working' | 'done' | 'attention' | 'quiet';

/** Drawn by `StateMark`. A shape says the same as the colour, for those who do not see colours. */
export type Shape =
  'ring' | 'target' | 'half' | 'arrow' | 'check' | 'question' | 'cross' | 'clock' | 'pause' | 'hand' | 'minus';

export interface StateLook {
  readonly word: string;
  readonly tone: Tone;
  readonly shape: Shape;
  /** What the state means for the reader of the board, one sentence. */
  readonly meaning: string;
}

/** How each state of a delivery is named and drawn, everywhere in the admin. */
export const STATE_LOOKS: Readonly<Record<State, StateLook>> = {
  planned: { word: '待发', tone: 'waiting', shape: 'ring', meaning: '到时间自动发出。' },
  preparing: { word: '准备中', tone: 'working', shape: 'half', meaning: '正在上传素材、建立草稿，读者还看不到。' },
  ready: { word: '已备好', tone: 'waiting', shape: 'target', meaning: '素材和草稿已备好，到时间发出。' },
  committing: { word: '发出中', tone: 'working', shape: 'arrow', meaning: '正在发出，请稍候。' },
  pending: { word: '等待平台', tone: 'working', shape: 'arrow', meaning: '平台已受理，正在等它的结果。' },
  published: { word: '已发布', tone: 'done', shape: 'check', meaning: '平台已给出回执。' },
  withdrawn: { word: '已撤稿', tone: 'quiet', shape: 'minus', meaning: '已从平台撤下。' },
  rejected: { word: '未发出', tone: 'attention', shape: 'cross', meaning: '平台没有接受，读者看不到任何内容。' },
  uncertain: {
    word: '结果不明',
    tone: 'attention',
    shape: 'question',
    meaning: '可能已经发布。系统不会自动再发，请先到平台上查看。',
  },
  missed: {
    word: '已错过',
    tone: 'attention',
    shape: 'clock',
    meaning: '超过了允许推迟的时间，没有发出。是否补发由人决定。',
  },
  held: { word: '已暂停', tone: 'waiting', shape: 'pause', meaning: '暂停期间不会发出。' },
  manual: {
    word: '人工发布',
    tone: 'attention',
    shape: 'hand',
    meaning: '平台不允许由系统发布，请人工发布后登记地址。',
  },
  cancelled: { word: '已取消', tone: 'quiet', shape: 'minus', meaning: '不再发出。' },
};
