import type { ProblemTable } from './problem';

/** What can happen to any delivery, on any platform. */
export const commonProblems: ProblemTable = {
  'delivery.no-answer': {
    kind: 'unknown',
    what: '{platform}没有给出结果，这条内容可能已经发布。',
    next: '请先到{platform}查看：找到就贴上链接；确认没有再重发。',
  },
  'delivery.unreachable': {
    kind: 'later',
    what: '连不上{platform}，这条内容没有发出。',
    next: '系统会自动再试；若持续失败，请联系运维检查网络。',
  },
  'delivery.asked-to-wait': {
    kind: 'later',
    what: '{platform}要求稍后再试，这一步没有完成；读者看不到任何内容。',
    next: '不用处理，系统会按{platform}给的时间再试。',
  },
  'delivery.interface-gone': {
    kind: 'bug',
    what: '{platform}回答没有这个接口（HTTP {status}），可能已下线；这一步没有完成，读者看不到任何内容。',
    next: '请联系运维更新程序；急用时请改为人工发布，把链接贴回来。',
  },
  'delivery.interface-gone-in-doubt': {
    kind: 'unknown',
    what: '{platform}回答没有发布接口（HTTP {status}），可能已下线；这条内容多半没有发布，但不能确定。',
    next: '请先到{platform}查看：找到就贴上链接；确认没有，请改为人工发布，并联系运维更新程序。',
  },
  'delivery.missed': {
    kind: 'input',
    what: '错过了计划时间 {due}，已超过允许的延迟，没有发出。',
    next: '请选择：现在发布、改时间，或取消。',
  },
  'delivery.restored': {
    kind: 'input',
    what: '系统从备份恢复，这条的计划时间已过，备份之后它可能已经发出。',
    next: '请先到渠道上查看：已经发出的请取消本条；确认没有的，现在发布或改时间。',
  },
  'delivery.dependency': {
    kind: 'input',
    what: '它要等“{account}”发布后才能发出，而“{account}”没有发布。',
    next: '请先处理“{account}”的问题；处理好后继续，或取消本条。',
  },
  'delivery.frozen': {
    kind: 'config',
    what: '发布已冻结：{reason}。',
    next: '解除冻结后会继续；超过允许延迟的由人决定。',
  },
  'delivery.quota': {
    kind: 'later',
    what: '超过了{quota}的上限，这条内容暂时没有发出。',
    next: '不用处理，预计 {at} 轮到它；等不及请改时间，或取消排在前面的。',
  },
  'plan.over-quota': {
    kind: 'input',
    severity: 'warning',
    what: '到时会超过{quota}的上限，预计 {at} 才能发出。',
    next: '可以改到别的时间，或取消同一账号的其他投放。',
  },
  'plan.pushes-others': {
    kind: 'input',
    severity: 'warning',
    what: '排上这条之后会超过{quota}的上限，原定 {due} 的一条预计 {at} 才能发出。',
    next: '请确认先后，或改到别的时间。',
  },
  'plan.after-grace': {
    kind: 'input',
    severity: 'warning',
    what: '到时会超过{quota}的上限，预计 {at} 才轮到它，那时已过允许的延迟，不会自动发出。',
    next: '请改到别的时间，放宽允许的延迟，或取消同一账号的其他投放。',
  },
  'delivery.by-hand': {
    kind: 'permission',
    what: '这个账号不能由系统发布，稿件已送进{platform}的草稿箱，读者还看不到。',
    next: '请在{platform}的后台或手机助手里打开草稿箱，发表这一篇，再把链接贴回来。',
  },
  'plan.by-hand': {
    kind: 'permission',
    severity: 'warning',
    what: '“{account}”不能由系统发布：到时间会备好草稿，由人发表。',
    next: '请安排人到时发表，再把链接贴回来。',
  },
  'receipt.not-article': {
    kind: 'input',
    what: '这不是完整的网址，或不是{platform}的文章地址。',
    next: '请在文章里点“复制链接”，把以 {host} 开头的地址贴过来。',
  },
  'receipt.differs': {
    kind: 'input',
    what: '这个地址上的文章不是签发的这一篇：{what}。',
    next: '请核对后贴上正确的链接；如果发表时改了内容，请删除后用草稿重新发表。',
  },
  'receipt.gone': {
    kind: 'input',
    what: '这个地址上的文章已被删除，或还没有发表成功。',
    next: '请打开链接看一看；发表成功后再贴上来。',
  },
  'receipt.unreadable': {
    kind: 'unknown',
    what: '系统没能打开这个页面，无法核对是不是这一篇。',
    next: '请自己打开链接核对；确认无误，可以照样登记。',
  },
  'delivery.withdraw-by-hand': {
    kind: 'permission',
    what: '{platform}不支持由系统撤回，这条内容还能看到。',
    next: '请到{platform}上删除，再回来确认“已经没有”。',
  },
  'delivery.removed-by-platform': {
    kind: 'input',
    what: '已发布的内容在{platform}上看不到了，可能被平台或账号管理员删除。',
    next: '请到{platform}查看原因，决定是否更正后重新发布。',
  },
  'delivery.not-found-by-person': {
    kind: 'input',
    what: '工作人员已确认{platform}上没有这条内容。',
    next: '可以重发，或取消。',
  },
  'delivery.crashed': {
    kind: 'bug',
    what: '发布程序出错，这条内容没有发出。',
    next: '请联系运维查看日志；修复后可以重试。',
  },
  'delivery.no-result-in-time': {
    kind: 'unknown',
    what: '{platform}受理后一直没有给出最终结果。',
    next: '请到{platform}查看：找到就贴上链接；确认没有再重发。',
  },
  'media.gone': {
    kind: 'input',
    what: '图片或文件“{name}”已不存在或被改动，与签发时不同。',
    next: '请重新上传该文件，重新签发。',
  },
};
