/** Whether the platform reaches the account's server. Source: https://developers.weixin.qq.com/doc/subscription/api/ (apimanage) */
import { answer, refuse, type WechatAnswer } from './answer';
import { textOf, type WechatCall } from './call';

const ACTIONS = ['dns', 'ping', 'all'];
const OPERATORS = ['CHINANET', 'UNICOM', 'CAP', 'DEFAULT'];

/** POST callback/check. Nobody is really asked: this machine reaches itself. */
export function checkCallback(call: WechatCall): WechatAnswer {
  const action = textOf(call.body, 'action');
  const operator = textOf(call.body, 'check_operator') || 'DEFAULT';
  if (!ACTIONS.includes(action) || !OPERATORS.includes(operator)) return refuse(40035);
  const { callbackUrl } = call.context.scenarios;
  if (callbackUrl === null) return refuse(40066);
  const ip = '127.0.0.1';
  return answer({
    ...(action === 'ping' ? {} : { dns: [{ ip, real_operator: operator }] }),
    ...(action === 'dns' ? {} : { ping: [{ ip, from_operator: operator, package_loss: '0%', time: '1.00ms' }] }),
  });
}
