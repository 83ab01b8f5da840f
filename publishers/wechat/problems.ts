import type { ProblemTable } from '../problem';
import { wechatCodes } from './codes';

/** What can be wrong with an article for WeChat or with an account, and every answer of the platform that we know. */
export const wechatProblems: ProblemTable = {
  'wechat.title-missing': {
    kind: 'input',
    what: '没有标题，微信不接受这篇文章。',
    next: '请填写标题。',
  },
  'wechat.title-too-long': {
    kind: 'input',
    what: '标题有 {count} 个字，微信最多 {limit} 个字，多了会被拒收。',
    next: '请缩短标题，或不在微信发布这一篇。',
  },
  'wechat.author-too-long': {
    kind: 'input',
    what: '作者有 {count} 个字，微信最多 {limit} 个字。',
    next: '请缩短作者，或在微信账号的设置里填写统一署名。',
  },
  'wechat.digest-too-long': {
    kind: 'input',
    what: '摘要有 {count} 个字，微信最多 {limit} 个字。',
    next: '请缩短“一句话看懂”。',
  },
  'wechat.content-too-long': {
    kind: 'input',
    what: '正文连同排版有 {count} 个字符，微信要求少于 {limit} 个，会被拒收。',
    next: '请缩短正文、减少表格，细节留在网站。',
  },
  'wechat.content-nearly-too-long': {
    kind: 'input',
    severity: 'warning',
    what: '正文连同排版有 {count} 个字符，接近微信的上限 {limit} 个。',
    next: '如还要补充内容，请留意字数。',
  },
  'wechat.text-too-long': {
    kind: 'input',
    what: '图文说明有 {count} 个字，微信图片消息最多 {limit} 个字。',
    next: '请缩短“一句话看懂”或图片说明。',
  },
  'wechat.picture-title-long': {
    kind: 'input',
    severity: 'warning',
    what: '标题有 {count} 个字，微信图片消息通常只显示前 {limit} 个字。',
    next: '请把要紧的话放在标题前面，或缩短标题。',
  },
  'wechat.descriptions-omitted': {
    kind: 'input',
    severity: 'warning',
    what: '微信图片消息放不下全部文字说明，有 {count} 张图的说明只在网站上。',
    next: '不用处理；想都放进去，就缩短每张图的说明。',
  },
  'wechat.only-on-site': {
    kind: 'input',
    severity: 'warning',
    what: '这种形式放不下{parts}，微信读者要到网站上看。',
    next: '不用处理；要让微信读者直接看到，请把要紧的话写进“一句话看懂”，或另写一篇文字解读。',
  },
  'wechat.pictures-missing': {
    kind: 'input',
    what: '没有图片，不能发图片消息。',
    next: '请至少添加一张图片。',
  },
  'wechat.too-many-pictures': {
    kind: 'input',
    what: '有 {count} 张图片，微信图片消息最多 {limit} 张。',
    next: '请减少图片，或分成两篇。',
  },
  'wechat.not-kept': {
    kind: 'bug',
    what: '正文里有微信会悄悄去掉的内容（{what}），读者会看不到。',
    next: '请联系运维：渠道稿没有按规则生成。',
  },
  'wechat.source-url': {
    kind: 'config',
    what: '“阅读原文”的地址 {url} 不是完整的网址。',
    next: '请联系运维核对网站地址的设置。',
  },
  'wechat.source-url-too-long': {
    kind: 'config',
    what: '“阅读原文”的地址太长，微信不接受。',
    next: '请联系运维缩短网站地址。',
  },
  'wechat.payload': {
    kind: 'bug',
    what: '保存的渠道稿格式不对，没有发出。',
    next: '请重新签发；若再次出现，请联系运维。',
  },
  'wechat.not-connected': {
    kind: 'config',
    what: '微信账号没有接好：缺少 {missing}。',
    next: '请在“渠道账号”或运行环境里补上，再重试；这条内容没有发出。',
  },
  'wechat.picture-stands-still': {
    kind: 'input',
    severity: 'warning',
    what: '图片“{name}”是 GIF。微信文章的接口不收动图，读者看到的是其中一帧静止画面。',
    next: '不是动图就不用处理；动图请确认静止画面也能看懂，或改用几张图片。',
  },
  'wechat.video-not-pushed': {
    kind: 'input',
    severity: 'warning',
    what: '视频不是 MP4 或超过 {limit} MB（现为 {size} MB），微信不能直接群发视频，将群发带封面的文章，读者到网站观看。',
    next: '要群发视频本身，请压缩到 {limit} MB 以内的 MP4 后重新签发；否则不用处理。',
  },
  'wechat.mass-awaits-confirmation': {
    kind: 'later',
    severity: 'warning',
    what: '微信还在处理这次群发，可能在等公众号管理员确认；30 分钟内没有确认，群发会失败。',
    next: '请公众号管理员在微信里打开“公众平台安全助手”的消息，点确认。',
  },
  'wechat.mass-not-confirmed': {
    kind: 'input',
    what: '微信群发失败，粉丝没有收到。多半是管理员没有在 30 分钟内确认。',
    next: '请联系公众号管理员，约好时间后重发；不想每次确认，可在公众号后台“安全中心”关闭群发保护。',
  },
  'wechat.picture-too-large': {
    kind: 'input',
    what: '图片“{name}”压缩后仍超过微信的大小限制。',
    next: '请把长图切成几张，或换一张较小的图片，重新签发。',
  },
  'wechat.draft-waits': {
    kind: 'unknown',
    what: '微信没有给出结果。文章还没有出现，草稿仍在草稿箱：多半没有发布，也可能正在审核。',
    next: '请到公众号后台查看发表记录：有就贴上链接，确认没有再重发。',
  },
  'wechat.draft-gone': {
    kind: 'unknown',
    what: '备好的草稿已不在草稿箱，可能已经有人在公众号后台发表或删除。',
    next: '请先到公众号后台查看：找到就贴上链接；确认没有再重发。',
  },
  'wechat.busy': {
    kind: 'later',
    what: '微信的回答读不懂，这一步没有完成；读者看不到任何内容。',
    next: '系统会自动再试；若持续失败，请联系运维。',
  },
  'wechat.publish-original': {
    kind: 'input',
    what: '微信原创校验没有通过，文章没有发布。',
    next: '请到公众号后台查看原因；修改内容后重新签发，或在后台发布。',
  },
  'wechat.publish-failed': {
    kind: 'input',
    what: '微信发布失败，没有给出原因，文章没有发布。',
    next: '请到公众号后台的草稿箱手动发布，或稍后重试。',
  },
  'wechat.publish-review': {
    kind: 'input',
    what: '微信平台审核没有通过，文章没有发布。',
    next: '请到公众号后台查看原因，修改内容后重新签发。',
  },
  'wechat.mass-failed': {
    kind: 'input',
    what: '微信群发失败，粉丝没有收到。',
    next: '请到公众号后台查看原因（如管理员没有确认、审核未通过），再决定是否重发。',
  },
  'wechat.quota-used': {
    kind: 'later',
    what: '今天的微信发布接口次数已用完，零点恢复。',
    next: '请改到明天发布，或到公众号后台手动发表草稿。',
  },
  'wechat.withdraw-unknown': {
    kind: 'input',
    what: '微信没有确认撤回，文章可能还在。',
    next: '请到公众号后台查看；还在的话请手动删除，再在此记录。',
  },
  'wechat.no-audience-right': {
    kind: 'permission',
    what: '这个公众号没有留言或统计接口的权限，可能未认证或认证已过期；已发布的文章不受影响。',
    next: '请在公众号后台查看留言和数据；完成认证后会自动恢复。',
  },
  'wechat.no-comments': {
    kind: 'permission',
    what: '这个公众号现在没有留言功能，取不到新的留言；已发布的文章不受影响。',
    next: '请在公众号后台开通留言功能，开通后会自动恢复。',
  },
  'wechat.audience-silent': {
    kind: 'later',
    what: '微信没有给出新的留言或统计，这里是上一次取到的。',
    next: '不用处理，系统会自动再试；若持续失败，请联系运维检查网络。',
  },
  'wechat.audience-crashed': {
    kind: 'bug',
    what: '读取留言和统计的程序出错，这里是上一次取到的；已发布的文章不受影响。',
    next: '请联系运维查看日志。',
  },
  'wechat.comment-unknown': {
    kind: 'unknown',
    what: '微信没有给出结果，这一步可能已经生效。',
    next: '请稍后刷新留言；没有生效再做一次，微信不会重复。',
  },
  'wechat.differs': {
    kind: 'input',
    severity: 'warning',
    what: '公众号上看到的与签发稿不一致：{what}。',
    next: '请打开文章核对。若不是有意改动，请检查公众号是否被他人使用；需要时删除后重新发布。',
  },
  'wechat.unknown-code': {
    kind: 'input',
    what: '微信拒绝了这一步，代码 {code}（{text}）。',
    next: '请到公众号后台查看，或把代码告诉运维。',
  },
  ...wechatCodes,
};
