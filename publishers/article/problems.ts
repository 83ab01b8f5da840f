import type { ProblemTable } from '../problem';

/** What can be wrong with a content itself, on whatever channel. */
export const contentProblems: ProblemTable = {
  'content.title-missing': {
    kind: 'input',
    what: '还没有标题。',
    next: '请填写标题，不超过 {limit} 个字。',
  },
  'content.title-too-long': {
    kind: 'input',
    what: '标题有 {count} 个字，超过了 {limit} 个字。',
    next: '请缩短标题，细节可以放进副标题或摘要。',
  },
  'content.summary-missing': {
    kind: 'input',
    what: '还没有“一句话看懂”，读者和各渠道的摘要都要用它。',
    next: '请用一两句话写明结论，不超过 {limit} 个字。',
  },
  'content.summary-too-long': {
    kind: 'input',
    what: '“一句话看懂”有 {count} 个字，超过了 {limit} 个字。',
    next: '请只留下读者必须知道的结论，其余写进正文。',
  },
  'content.aspect-missing': {
    kind: 'input',
    what: '“{aspect}”还没有写，四个要素缺一不可。',
    next: '请补写“{aspect}”。',
  },
  'content.policy-missing': {
    kind: 'input',
    what: '没有关联政策文件，读者无法查对原文。',
    next: '请至少关联一份政策文件。',
  },
  'content.keyword-missing': {
    kind: 'input',
    what: '没有关键词，读者不易搜到。',
    next: '请至少填写一个关键词。',
  },
  'content.source-missing': {
    kind: 'input',
    what: '没有写明来源单位。',
    next: '请填写解读机关或供稿单位。',
  },
  'content.editor-missing': {
    kind: 'input',
    what: '没有写明责任编辑。',
    next: '请填写责任编辑姓名。',
  },
  'content.alt-missing': {
    kind: 'input',
    what: '图片“{name}”没有替代文字，看不见图的人不知道它说了什么。',
    next: '请用一句话写明图片内容。',
  },
  'content.picture-unknown': {
    kind: 'input',
    what: '正文用到的图片“{address}”不在素材库里，发布时不会出现。',
    next: '请先上传这张图片，再从素材库插入。',
  },
  'content.link-unsafe': {
    kind: 'input',
    severity: 'warning',
    what: '链接“{address}”不能使用，发布时只保留文字。',
    next: '请改成以 https:// 开头的网址、本站地址、邮箱或电话。',
  },
  'content.html': {
    kind: 'input',
    severity: 'warning',
    what: '正文里有 HTML 代码“{source}”，发布时会去掉代码，只留文字。',
    next: '请改用编辑器里的格式。',
  },
  'content.too-deep': {
    kind: 'input',
    what: '正文的列表或引用嵌套太深，无法排版。',
    next: '请减少嵌套层次。',
  },
  'content.control-characters': {
    kind: 'input',
    what: '文字里混进了看不见的控制字符，各渠道可能拒收或显示错乱。',
    next: '请删去这一处重新输入，或先粘贴为纯文本。',
  },
  'content.images-missing': {
    kind: 'input',
    what: '这是图解，但还没有图片。',
    next: '请至少添加一张图片。',
  },
  'content.long-description-missing': {
    kind: 'input',
    what: '第 {number} 张图没有文字说明，看不见图的人读不到内容。',
    next: '请把图上的全部文字和数据写进长说明。',
  },
  'content.video-missing': {
    kind: 'input',
    what: '这是视频解读，但还没有视频文件。',
    next: '请上传视频。',
  },
  'content.captions-missing': {
    kind: 'input',
    what: '视频没有字幕。',
    next: '请添加 WebVTT 字幕。',
  },
  'content.captions-invalid': {
    kind: 'input',
    what: '字幕第 {line} 行有误：{fault}。',
    next: '请改正字幕文件；时间写成 00:01.000 --> 00:04.000。',
  },
  'content.transcript-missing': {
    kind: 'input',
    what: '视频没有文字稿。',
    next: '请填写文字稿，它也用于微信、微博和搜索。',
  },
  'content.interview-missing': {
    kind: 'input',
    what: '这是访谈，但还没有人物和问答。',
    next: '请添加主持人、嘉宾和问答。',
  },
  'content.host-missing': {
    kind: 'input',
    what: '访谈没有主持人。',
    next: '请至少添加一位主持人。',
  },
  'content.guest-missing': {
    kind: 'input',
    what: '访谈没有嘉宾。',
    next: '请至少添加一位嘉宾。',
  },
  'content.turns-too-few': {
    kind: 'input',
    what: '访谈只有 {count} 段发言，不成问答。',
    next: '请至少录入一问一答。',
  },
  'content.speaker-unknown': {
    kind: 'input',
    what: '第 {number} 段发言的发言人不在人物名单里。',
    next: '请为这段发言选择发言人。',
  },
  'content.turn-empty': {
    kind: 'input',
    what: '第 {number} 段发言没有内容。',
    next: '请补写发言，或删去这一段。',
  },
};
