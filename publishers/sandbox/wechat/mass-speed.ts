/** How fast a mass message goes out. Source: https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Batch_Sends_and_Originality_Checks.html */
import { accepted, answer, refuse, type WechatAnswer } from './answer';
import { numberOf, type WechatCall } from './call';

/** Ten thousands a minute, by the number of the speed. */
const REAL_SPEEDS = [80, 60, 45, 30, 10] as const;

export function getSpeed(call: WechatCall): WechatAnswer {
  const { massSpeed: speed } = call.context.store.state;
  return answer({ speed, realspeed: REAL_SPEEDS[speed] ?? REAL_SPEEDS[0] });
}

export function setSpeed(call: WechatCall): WechatAnswer {
  if (call.body['speed'] === undefined) return refuse(45084);
  const speed = numberOf(call.body, 'speed', Number.NaN);
  if (!(speed in REAL_SPEEDS)) return refuse(45083);
  call.context.store.state.massSpeed = speed;
  call.context.store.changed();
  return accepted({ speed, realspeed: REAL_SPEEDS[speed] });
}
