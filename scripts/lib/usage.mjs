import { VARIABLES } from './variables.mjs';

/** The answer to `npm start -- --help`. */
export function usage() {
  const rows = VARIABLES.map(([name, meaning, fallback]) => `  ${name.padEnd(25)}${meaning}。默认：${fallback}`);
  return [
    '用法：npm start -- [选项]',
    '',
    '  --port <端口>   网站和管理后台的端口（同 PORT）',
    '  --no-sandbox    不启动沙盒平台',
    '  --verbose       把产品日志也显示在屏幕上',
    '  --help          显示本说明',
    '',
    '环境变量（也可以写在项目目录的 .env 文件里）：',
    ...rows,
    '',
    '首次启动会安装依赖、构建产品、生成密钥。按 Ctrl-C 停止。',
  ].join('\n');
}
