import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from './context';
import { redactedQuery, type Platform } from './http/calls';
import { FAULT_KINDS, type Fault } from './http/faults';
import type { Reply } from './http/reply';
import type { SandboxRequest } from './http/request';
import { send, sendWithFault } from './http/send';
import { settle } from './settle';
import { serveWechat, wechatFailure } from './wechat/serve';
import { serveWeibo, weiboFailure } from './weibo/serve';

const SERVE = { wechat: serveWechat, weibo: serveWeibo };

/** One API call, from the fault that may hit it to the answer. */
export async function answerPlatform(
  context: Context,
  platform: Platform,
  request: SandboxRequest,
  response: ServerResponse,
): Promise<void> {
  const fault = context.faults.take(platform, request.path);
  if (fault?.kind === 'delay') await wait(fault.ms);
  const reply = handled(context, platform, request, fault);
  context.calls.record({
    at: context.now().toISOString(),
    platform,
    method: request.method,
    path: request.path,
    query: redactedQuery(request),
    bytes: request.body.length,
    outcome: fault ? `fault: ${fault.kind}` : reply.outcome,
  });
  // What a reader can see must be on disk before anybody hears of it, even if nobody will.
  context.store.flushEffects();
  if (fault) sendWithFault(response, reply, fault);
  else send(response, reply);
}

const NOT_HANDLED: Reply = { status: 200, mime: 'text/plain', body: '', outcome: '' };

function handled(context: Context, platform: Platform, request: SandboxRequest, fault: Fault | null): Reply {
  if (fault?.kind === 'error-code') {
    const code = fault.code ?? (platform === 'wechat' ? -1 : 10001);
    return platform === 'wechat' ? wechatFailure(context, code) : weiboFailure(request, code);
  }
  if (fault && !FAULT_KINDS[fault.kind].handled) return NOT_HANDLED;
  settle(context);
  const reply = SERVE[platform](context, request);
  settle(context);
  return reply;
}
