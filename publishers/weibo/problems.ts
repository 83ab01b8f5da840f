import type { ProblemTable } from '../problem';
import { weiboCodes } from './codes';

/** What can be wrong with a post or an account, and every answer of the platform that we know. */
export const weiboProblems: ProblemTable = {
  'weibo.domain-unset': {
    kind: 'config',
    what: '微博账号没有设置安全域名，或设置的格式不对，微博会拒绝这条内容。',
    next: '请在渠道账号里填写微博应用绑定的安全域名，例如 www.example.gov.cn。',
  },
  'weibo.domain': {
    kind: 'config',
    what: '正文里的链接 {link} 不在微博应用绑定的安全域名 {domain} 下，微博会拒绝这条内容。',
    next: '请核对渠道账号的安全域名和网站地址；两者应属于同一域名。',
  },
  'weibo.link-missing': {
    kind: 'bug',
    what: '微博正文里缺少解读页面的链接 {link}，微博会拒绝这条内容。',
    next: '请联系运维：渠道稿没有按规则生成。',
  },
  'weibo.empty': {
    kind: 'input',
    what: '微博除链接外没有文字。',
    next: '请填写“一句话看懂”。',
  },
  'weibo.text-too-long': {
    kind: 'input',
    what: '微博正文 {length} 字，超过 {limit} 字，多了 {over} 字。',
    next: '请缩短“一句话看懂”。',
  },
  'weibo.topic': {
    kind: 'input',
    what: '正文带有 #话题#。经接口发布时，微博会悄悄去掉话题。',
    next: '请去掉正文里的“#”；需要话题时改为人工发布。',
  },
  'weibo.shortened': {
    kind: 'input',
    severity: 'warning',
    what: '“一句话看懂”和变化合起来放不进一条微博，已按句子取舍，其余在链接页面里。',
    next: '请看预览；想自己决定留下什么，就缩短“一句话看懂”或“变了什么”。',
  },
  'weibo.one-picture': {
    kind: 'input',
    severity: 'warning',
    what: '微博接口只能带一张图，另外 {count} 张在链接页面里。',
    next: '需要多图时请改为人工发布；否则不用处理。',
  },
  'weibo.no-video': {
    kind: 'input',
    severity: 'warning',
    what: '微博接口不能发视频，这条微博带封面和链接，视频在链接页面里。',
    next: '需要视频微博时请改为人工发布；否则不用处理。',
  },
  'weibo.picture-type': {
    kind: 'input',
    what: '图片“{name}”的格式不能转换为微博接受的图片。',
    next: '请改用 JPEG、PNG 或 WebP 图片。',
  },
  'weibo.picture-unreadable': {
    kind: 'input',
    what: '图片“{name}”打不开，可能已损坏或是空文件。',
    next: '请重新上传这张图片，重新签发。',
  },
  'weibo.picture-too-large': {
    kind: 'input',
    what: '图片“{name}”压缩后仍超过微博的 5 MB。',
    next: '请换一张更简单或更小的图片，重新签发。',
  },
  'weibo.not-connected': {
    kind: 'config',
    what: '微博账号没有接好：缺少 {missing}。',
    next: '请在运行环境里补上，再重试；这条内容没有发出。',
  },
  'weibo.uid-mismatch': {
    kind: 'config',
    what: '微博授权属于账号 {actual}，设置的账号是 {expected}。',
    next: '请用设置的账号重新授权，或更正账号的 UID。',
  },
  'weibo.token-expires-soon': {
    kind: 'config',
    severity: 'warning',
    what: '微博授权还有 {days} 天到期，到期后不能发布。',
    next: '请在到期前重新授权。',
  },
  'weibo.quota-used': {
    kind: 'later',
    what: '本小时的微博接口次数已用完，{minutes} 分钟后恢复。',
    next: '不用处理，系统会在恢复后再试。',
  },
  'weibo.differs': {
    kind: 'input',
    severity: 'warning',
    what: '微博上看到的与签发稿不一致：{what}。',
    next: '请打开微博核对。若不是有意改动，请检查账号是否被他人使用；需要时删除后重新发布。',
  },
  'weibo.hidden': {
    kind: 'input',
    severity: 'warning',
    what: '这条微博被设为不公开，公众看不到它。',
    next: '请登录微博查看，需要时改回公开。',
  },
  'weibo.unknown-code': {
    kind: 'unknown',
    what: '微博返回了没有登记的代码 {code}（{text}），这条内容可能已经发布。',
    next: '请先到微博查看：找到就贴上链接；确认没有再重发。',
  },
  ...weiboCodes,
};
