/** Comments, as far as a new account has any: the privilege is checked, the lists are empty. */
import { accepted, refuse, type WechatAnswer } from './answer';
import { numberOf, textOf, type WechatCall } from './call';

export const openComments = (call: WechatCall): WechatAnswer => commentRefusal(call) ?? accepted();

export function listComments(call: WechatCall): WechatAnswer {
  const count = numberOf(call.body, 'count', 0);
  const refusal = commentRefusal(call);
  if (refusal) return refusal;
  return count >= 1 && count <= 50 ? accepted({ total: 0, comment: [] }) : refuse(88010);
}

/** Electing, deleting and answering need a comment, and there is none. */
export const changeComment = (call: WechatCall): WechatAnswer => commentRefusal(call) ?? refuse(88008);

function commentRefusal(call: WechatCall): WechatAnswer | null {
  const { scenarios, store } = call.context;
  if (!scenarios.comments) return refuse(88000);
  const id = textOf(call.body, 'msg_data_id');
  return store.state.publications.some((one) => one.msgDataId === id) ? null : refuse(88001);
}
