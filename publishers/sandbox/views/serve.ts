import type { Context } from '../context';
import { notFound, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/request';

export function answerView(_context: Context, _request: SandboxRequest): Reply {
  return notFound;
}
