import type { ProblemTable } from '../problem';

export const websiteProblems: ProblemTable = {
  'website.newer-version': {
    kind: 'input',
    what: '网站上已经是更新的第 {live} 版，第 {number} 版没有覆盖它。',
    next: '请对最新一版操作；旧的一版不必再发。',
  },
  'website.withdrawn': {
    kind: 'input',
    what: '这篇解读已从网站撤下，原地址上是撤稿说明。',
    next: '如需恢复，请重新签发后再发布。',
  },
  'website.moved-nowhere': {
    kind: 'input',
    what: '要转到的解读不在网站上，或者就是这一篇，所以没有移动。',
    next: '请选一篇现在能在网站上读到的解读，再移动一次。',
  },
  'website.not-there': {
    kind: 'input',
    what: '网站上没有这次发布的内容。',
    next: '请打开网站核对；无需再操作。',
  },
  'website.differs': {
    kind: 'input',
    severity: 'warning',
    what: '网站上看到的与签发稿不一致：{what}。',
    next: '请打开网站核对。若不是有意改动，网页可能被篡改：请联系运维检查网站文件，再重新发布。',
  },
  'website.moved': {
    kind: 'input',
    severity: 'warning',
    what: '打开这个页面会被转到另一个网站（{host}），读者看不到签发稿。',
    next: '请联系运维检查网站和域名设置；若不是有意设置，网站可能被劫持。',
  },
  'website.gone': {
    kind: 'input',
    severity: 'warning',
    what: '网站上打不开这个页面（HTTP {status}），读者看不到它。',
    next: '若不是有意撤下，请联系运维检查网站文件和服务器，再重新发布。',
  },
  'website.settings': {
    kind: 'config',
    what: '网站设置有误：{names}。',
    next: '请到渠道账号里改正这些设置。',
  },
  'website.directories': {
    kind: 'config',
    what: '网站目录不可写，现在无法发布到网站。',
    next: '请联系运维检查网站目录和磁盘空间。',
  },
  'website.footer-incomplete': {
    kind: 'config',
    severity: 'warning',
    what: '网站标识仍是演示内容：{names}。',
    next: '正式上线前，请到渠道账号里填写真实的标识。',
  },
  'website.not-ready-to-go-live': {
    kind: 'config',
    what: '网站还不能正式上线，缺少：{names}。补齐之前，正式环境不会发布到网站。',
    next: '请到“渠道账号”里打开网站账号逐项填写；公网地址由运维设定。',
  },
  'website.media-type': {
    kind: 'input',
    what: '网站不支持文件“{name}”的格式（{mime}）。',
    next: '图片请用 JPG、PNG 或 WebP，视频请用 MP4，音频请用 MP3 或 M4A。',
  },
  'website.picture-unreadable': {
    kind: 'input',
    what: '图片“{name}”无法读取，文件可能已损坏。',
    next: '请重新导出并上传这张图片，重新签发。',
  },
  'website.address-unsafe': {
    kind: 'bug',
    what: '编号“{id}”不能用作网址。',
    next: '请联系运维；编号只能由字母、数字、连字符和下划线组成。',
  },
};
