import type { ProblemTable } from '../problem';

/** What can be wrong with a script, a live room, or what somebody wants to do in it. */
export const broadcastProblems: ProblemTable = {
  'broadcast.settings': {
    kind: 'config',
    what: '直播间的设置有误：{names}。',
    next: '请在渠道账号里更正；两条之间的间隔以秒为单位，1 到 3600。',
  },
  'broadcast.hashtag': {
    kind: 'input',
    what: '话题“{hashtag}”不能用：话题要有 1 到 32 个字，不能带“#”和空格。',
    next: '请在渠道账号或关键词里更正话题。',
  },
  'broadcast.empty': {
    kind: 'input',
    what: '除开场和结束外没有可播的内容。',
    next: '请补充要素、变化或正文。',
  },
  'broadcast.too-many': {
    kind: 'bug',
    what: '直播稿有 {count} 条，超过 {limit} 条。',
    next: '请联系运维：渠道稿没有按规则生成。',
  },
  'broadcast.text-too-long': {
    kind: 'input',
    what: '第 {number} 条有 {length} 字，超过 {limit} 字。',
    next: '请缩短这一条。',
  },
  'broadcast.shortened': {
    kind: 'input',
    severity: 'warning',
    what: '内容较长，有 {count} 条没有排进直播稿，读者可在链接页面里看到全文。',
    next: '请看预览；想自己决定留下什么，就缩短正文。',
  },
  'broadcast.picture-type': {
    kind: 'input',
    what: '图片“{name}”的格式不能在直播间显示。',
    next: '请改用 JPEG、PNG 或 WebP 图片。',
  },
  'broadcast.picture-unreadable': {
    kind: 'input',
    what: '图片“{name}”打不开，可能已损坏或是空文件。',
    next: '请重新上传这张图片，重新签发。',
  },
  'broadcast.not-connected': {
    kind: 'config',
    what: '直播间没有设置存放位置：缺少 {missing}。',
    next: '请联系运维检查运行环境。',
  },
  'broadcast.not-writable': {
    kind: 'later',
    what: '直播间的目录不能写入，可能磁盘已满。',
    next: '系统会自动再试；若持续失败，请联系运维检查磁盘。',
  },
  'broadcast.differs': {
    kind: 'input',
    severity: 'warning',
    what: '直播间页面上看到的与直播台的记录不一致：{what}。',
    next: '请打开直播间核对。若不是有意改动，网页可能被篡改：请联系运维检查网站文件。',
  },
  'broadcast.no-room': {
    kind: 'input',
    what: '没有这个直播间。',
    next: '请核对地址，或先建直播间。',
  },
  'broadcast.exists': {
    kind: 'input',
    what: '这个直播间已经存在，属于另一次直播。',
    next: '请换一个编号。',
  },
  'broadcast.not-started': {
    kind: 'input',
    what: '直播还没有开始，不能发条目。',
    next: '请先开始直播。',
  },
  'broadcast.ended': {
    kind: 'input',
    what: '直播已经结束，不能再发条目。',
    next: '可以更正或撤下已有条目；要继续直播，请新建一场。',
  },
  'broadcast.withdrawn': {
    kind: 'input',
    what: '这场直播已经撤回。',
    next: '要重新直播，请新建一场。',
  },
  'broadcast.no-update': {
    kind: 'input',
    what: '直播间里没有第 {seq} 条，或它已经撤下。',
    next: '请刷新后再试。',
  },
};
