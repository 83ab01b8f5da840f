import type { ProblemEntry, ProblemKind, ProblemTable } from '../problem';

type Row = readonly [code: number, kind: ProblemKind, what: string, next: string];

const ASK_US = '请联系运维，把代码和时间一并告知。';
const LOOK_FIRST = '请先到微博查看：找到就贴上链接；确认没有再重发。';
const AUTHORISE = '请由账号管理员重新授权，再重试。';
const POST_BY_HAND = '请改为人工发布，把微博地址贴回来。';
const EDIT = '请修改后重新签发。';
const WAIT = '不用处理，系统稍后会再试。';
const OUTCOME_OPEN = '这条内容可能已经发布。';
const NOT_SENT = '这条内容没有发出。';

/**
 * The answers of the platform, each with what it means for a post. `unknown` marks those after which the post may be
 * public all the same.
 *
 * @see https://open.weibo.com/wiki/Error_code
 * @see https://open.weibo.com/wiki/Oauth2 (213xx)
 */
const ROWS: readonly Row[] = [
  [10001, 'unknown', `微博系统出错，${OUTCOME_OPEN}`, LOOK_FIRST],
  [10002, 'unknown', `微博服务暂停，${OUTCOME_OPEN}`, LOOK_FIRST],
  [10003, 'unknown', `微博内部服务出错，${OUTCOME_OPEN}`, LOOK_FIRST],
  [10004, 'config', `微博不接受这台服务器的 IP 地址，${NOT_SENT}`, '请在微博应用的设置里登记服务器的出口 IP，再重试。'],
  [10005, 'config', `微博应用的级别不够，不能使用这个接口，${NOT_SENT}`, '请为微博应用申请更高的级别，再重试。'],
  [10006, 'bug', `请求里缺少微博应用的标识，${NOT_SENT}`, ASK_US],
  [10007, 'input', `微博不支持这种媒体类型，${NOT_SENT}`, `请更换图片。${EDIT}`],
  [10008, 'bug', `微博认为请求的参数有误，${NOT_SENT}`, ASK_US],
  [10009, 'unknown', `微博任务太多，没有给出结果，${OUTCOME_OPEN}`, LOOK_FIRST],
  [10010, 'unknown', `微博处理超时，${OUTCOME_OPEN}`, LOOK_FIRST],
  [10011, 'unknown', `微博内部调用出错，${OUTCOME_OPEN}`, LOOK_FIRST],
  [10012, 'bug', `微博认为请求不合法，${NOT_SENT}`, ASK_US],
  [10013, 'config', `微博认为授权的用户无效，${NOT_SENT}`, AUTHORISE],
  [10014, 'permission', `微博没有给这个应用发布的权限，${NOT_SENT}`, POST_BY_HAND],
  [10016, 'bug', `请求里缺少微博要求的参数，${NOT_SENT}`, ASK_US],
  [
    10017,
    'input',
    `微博不接受参数的内容，多半是正文里没有安全域名下的链接，${NOT_SENT}`,
    '请核对渠道账号的安全域名与微博应用绑定的是否一致，再重试。',
  ],
  [10018, 'input', `内容超过微博允许的大小，${NOT_SENT}`, `请换小一些的图片。${EDIT}`],
  [10020, 'bug', `微博没有这个接口，可能已下线，${NOT_SENT}`, `${POST_BY_HAND}并请联系运维。`],
  [10021, 'bug', `微博不接受这种请求方式，${NOT_SENT}`, ASK_US],
  [10022, 'later', `这台服务器的微博接口次数用完了，${NOT_SENT}`, WAIT],
  [10023, 'later', `这个账号的微博接口次数用完了，${NOT_SENT}`, WAIT],
  [10024, 'later', `这个账号本小时发微博的次数用完了，${NOT_SENT}`, WAIT],
  [20001, 'bug', '查询微博时缺少编号。', ASK_US],
  [20003, 'config', `微博上没有这个用户，${NOT_SENT}`, '请核对账号的 UID 和授权。'],
  [20005, 'input', `微博不支持这种图片，${NOT_SENT}`, `请改用 JPEG 或 PNG 图片。${EDIT}`],
  [20006, 'input', `图片超过微博允许的大小，${NOT_SENT}`, `请换小一些的图片。${EDIT}`],
  [20007, 'bug', `微博没有收到图片，${NOT_SENT}`, ASK_US],
  [20008, 'input', `微博认为正文为空，${NOT_SENT}`, `请填写“一句话看懂”。${EDIT}`],
  [20012, 'input', `正文超过 140 字，${NOT_SENT}`, `请缩短“一句话看懂”。${EDIT}`],
  [20013, 'input', `正文超过 300 字，${NOT_SENT}`, `请缩短“一句话看懂”。${EDIT}`],
  [20014, 'later', `微博要求稍后再试，${NOT_SENT}`, WAIT],
  [
    20015,
    'permission',
    `微博认为账号、IP 或应用异常，已停止服务，${NOT_SENT}`,
    `请到微博查看账号状态并申诉。${POST_BY_HAND}`,
  ],
  [20016, 'later', `发得太频繁，微博暂不接受，${NOT_SENT}`, '不用处理，系统至少十分钟后再试。'],
  [20017, 'unknown', '微博认为刚发过相似的内容，这条很可能已经在微博上。', LOOK_FIRST],
  [20018, 'input', `微博认为正文含有违规网址，${NOT_SENT}`, `请核对正文里的网址。${EDIT}`],
  [20019, 'unknown', '微博认为刚发过相同的内容，这条很可能已经在微博上。', LOOK_FIRST],
  [20020, 'input', `微博认为正文含有广告，${NOT_SENT}`, `请检查措辞。${EDIT}`],
  [20021, 'input', `微博认为正文含有不允许的内容，${NOT_SENT}`, `请检查措辞，必要时联系微博。${EDIT}`],
  [20022, 'permission', `微博认为这台服务器的 IP 行为异常，${NOT_SENT}`, `${POST_BY_HAND}并请运维检查出口 IP。`],
  [20031, 'permission', `微博要求输入验证码，程序不能完成，${NOT_SENT}`, `请登录微博完成验证。${POST_BY_HAND}`],
  [20032, 'unknown', '微博说已经发布，一两分钟后才能看到。', LOOK_FIRST],
  [20049, 'input', `正文超过微博的长文上限，${NOT_SENT}`, `请缩短“一句话看懂”。${EDIT}`],
  [20101, 'input', '微博上没有这条内容，可能已被删除。', '请到微博查看原因，决定是否重新发布。'],
  [20102, 'config', '这条微博不属于授权的账号。', '请核对授权的账号。'],
  [20103, 'input', `微博不允许转发自己的微博，${NOT_SENT}`, EDIT],
  [20104, 'input', `微博认为这条内容不合法，${NOT_SENT}`, `请检查措辞，必要时联系微博。${EDIT}`],
  [20109, 'bug', '查询微博时缺少编号。', ASK_US],
  [20111, 'unknown', '微博认为这条内容重复，它很可能已经在微博上。', LOOK_FIRST],
  [20112, 'config', '没有权限查看这条微博，可能被设为不公开。', '请登录微博查看这条内容是否公开。'],
  [20201, 'input', '微博上没有这条评论。', '请到微博查看。'],
  [20202, 'input', '微博认为这条评论不合法。', '请检查评论的措辞。'],
  [20203, 'config', '这条评论不属于授权的账号。', '请核对授权的账号。'],
  [20204, 'bug', '查询评论时缺少编号。', ASK_US],
  [20205, 'input', '评论没有发出。', '请到微博查看评论设置。'],
  [20206, 'permission', '作者只允许关注的人评论。', '请到微博查看评论设置。'],
  [20207, 'permission', '作者只允许可信用户评论。', '请到微博查看评论设置。'],
  [20603, 'bug', '微博上没有这个分组。', ASK_US],
  [20604, 'bug', '微博不接受对分组的操作。', ASK_US],
  [21301, 'config', `微博授权没有通过，${NOT_SENT}`, AUTHORISE],
  [21314, 'config', `微博授权已被使用过，${NOT_SENT}`, AUTHORISE],
  [21315, 'config', `微博授权已过期，${NOT_SENT}`, AUTHORISE],
  [21316, 'config', `微博拒绝了授权，${NOT_SENT}`, AUTHORISE],
  [21317, 'config', `微博拒绝了授权，${NOT_SENT}`, AUTHORISE],
  [21319, 'config', `账号管理员取消了授权，${NOT_SENT}`, AUTHORISE],
  [
    21321,
    'config',
    `微博应用没有通过审核，这个账号不在测试名单里，${NOT_SENT}`,
    '请把账号加入应用的测试名单，或提交应用审核。',
  ],
  [21322, 'config', '授权回调地址与微博应用登记的不一致。', '请在微博应用的设置里更正回调地址。'],
  [21323, 'bug', '微博认为授权请求不合法。', ASK_US],
  [21324, 'config', '微博应用的标识或密钥不对。', '请核对微博应用的标识和密钥。'],
  [21325, 'config', '授权凭证无效或已过期。', AUTHORISE],
  [21326, 'config', '微博应用没有这种授权的资格。', '请在微博开放平台查看应用的状态。'],
  [21327, 'config', `微博授权已过期，${NOT_SENT}`, AUTHORISE],
  [21328, 'bug', '微博不支持这种授权方式。', ASK_US],
  [21329, 'bug', '微博不支持这种授权回应。', ASK_US],
  [21330, 'config', '账号管理员拒绝了授权。', AUTHORISE],
  [21331, 'later', '微博授权服务暂时不可用。', WAIT],
  [21332, 'config', `微博授权无效，${NOT_SENT}`, AUTHORISE],
  [21335, 'config', `账号的 UID 与授权的用户不一致，${NOT_SENT}`, '请核对账号的 UID，或用这个账号重新授权。'],
  [21337, 'config', `微博应用没有权限，${NOT_SENT}`, '请在微博开放平台查看应用的权限。'],
  [21501, 'bug', '请求里缺少网址。', ASK_US],
  [21502, 'bug', '请求里的网址太多。', ASK_US],
  [21503, 'input', '微博认为网址为空。', ASK_US],
  [21504, 'input', '微博认为网址有误。', '请核对正文里的网址。'],
  [21602, 'input', `正文含有微博禁用的词，${NOT_SENT}`, `请检查措辞。${EDIT}`],
];

/** The platform's answers as problems, `weibo.<code>`. */
export const weiboCodes: ProblemTable = Object.fromEntries(
  ROWS.map(([code, kind, what, next]): [string, ProblemEntry] => [
    `weibo.${code}`,
    { kind, what: `${what}（微博代码 ${code}）`, next },
  ]),
);
