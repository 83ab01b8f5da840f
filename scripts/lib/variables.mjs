/**
 * The environment variables that an operator may set: name, meaning, default (docs/operating.md explains the same ones).
 * @type {readonly (readonly [name: string, meaning: string, fallback: string])[]}
 */
export const VARIABLES = [
  ['HOST', '监听地址', '127.0.0.1'],
  ['PORT', '网站和管理后台的端口', '1337'],
  ['SITE_URL', '网站的公开地址', 'http://localhost:$PORT'],
  ['DATA_DIR', '数据目录：数据库、素材、网页、密钥、日志', '.data'],
  ['SITE_DIR', '公开网页的目录，可由 nginx 直接提供；留空则在数据目录下', '$DATA_DIR/site'],
  ['DATABASE_URL', '留空用 SQLite；postgres://… 用 PostgreSQL', '（空）'],
  ['PUBLISHING_MODE', 'sandbox 只发到本机沙盒；live 发到真实平台', '有平台凭据时 live，否则 sandbox'],
  ['SANDBOX_PORT', '沙盒（手机视图）的端口', '1338'],
  ['WECHAT_API_BASE_URL', '微信接口地址', '按发布模式'],
  ['WEIBO_API_BASE_URL', '微博接口地址', '按发布模式'],
  ['WECHAT_APP_ID', '公众号 AppID', '（空）'],
  ['WECHAT_APP_SECRET', '公众号 AppSecret', '（空）'],
  ['WECHAT_TOKEN', '公众号消息校验 Token', '（空）'],
  ['WECHAT_ENCODING_AES_KEY', '公众号消息加解密密钥', '（空）'],
  ['WEIBO_ACCESS_TOKEN', '微博访问令牌', '（空）'],
  ['WEIBO_UID', '微博账号 UID', '（空）'],
  ['WEIBO_DOMAIN', '微博应用绑定的安全域名', '（空）'],
  ['WEIBO_RIP', '微博要求的发布者公网 IP', '（空）'],
  ['MINGBAI_API_TOKEN', '自动化接口的令牌；留空则关闭接口', '（空）'],
  ['MINGBAI_PICTURE_HOSTS', '可以取回图片的网站，用逗号分开，如 *.example.gov.cn；留空则不取', '（空）'],
  ['MINGBAI_WORK', '这个进程是否投放：yes；no 只提供网页，由 npm run worker 投放', 'yes'],
  ['MINGBAI_START_FROZEN', '恢复备份后的第一次启动设为 yes：冻结发布，已到时间的投放由人决定', 'no'],
  ['MINGBAI_SITE_RESTORE', '每小时核对网页时是否自动恢复：yes；no 只报告', 'yes'],
  ['METRICS_PORT', 'npm run worker 回答 /metrics、/_live、/_ready 的端口；留空则不回答', '（空）'],
  ['METRICS_HOST', '上面这个端口的监听地址', '127.0.0.1'],
  ['LOG_LEVEL', '日志级别：debug、info、warn、error', 'info'],
  ['MINGBAI_SEED', '空数据库里放什么：demo 演示内容；none 不放', '沙盒 demo，真实平台 none'],
];
