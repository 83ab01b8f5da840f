import { z } from 'zod';
import type { Context } from '../context';
import { faultSchema } from '../http/faults';
import { jsonReply, notFound, type Reply } from '../http/reply';
import type { SandboxRequest } from '../http/request';
import { scenariosSchema } from '../scenarios';
import { confirmMass } from '../wechat/mass-outcome';
import { publishByHand } from '../wechat/publish-by-hand';
import { follow, say } from '../wechat/conversation';
import { addStatus } from '../weibo/share';
import { alter, alteration } from './alter';
import { readerComment, readerDeed } from './comment';

type AdminHandler = (context: Context, body: unknown, reset: () => void) => unknown;

/** A post that a person writes in the Weibo app, past the API. */
const handPost = z.object({ text: z.string().min(1) });

/** A draft that a person publishes on the phone (发表). */
const handPublish = z.object({ mediaId: z.string().min(1) });
/** What the account's administrator answers to 群发保护. */
const confirmation = z.strictObject({ accept: z.boolean() });
/** Whether an automatic reply or the account's menu shows a material. */
const use = z.strictObject({ mediaId: z.string().min(1), used: z.boolean() });
/** What a follower of the WeChat account does; the answer is found in the conversation. */
const deed = z.union([
  z.strictObject({ text: z.string().trim().min(1).max(600) }),
  z.strictObject({ follow: z.literal(true) }),
]);

/** The admin interface: method and path to what it answers. Thrown validation errors become HTTP 400. */
const ROUTES: Readonly<Record<string, AdminHandler>> = {
  'GET /_ledger': ({ store }) => store.ledger,
  'GET /_calls': ({ calls }) => calls.list(),
  'GET /_faults': ({ faults }) => faults.list(),
  'POST /_faults': ({ faults }, body) => faults.add(faultSchema.parse(body)),
  'DELETE /_faults': ({ faults }) => {
    faults.clear();
    return [];
  },
  'GET /_scenarios': ({ scenarios }) => scenarios,
  'POST /_scenarios': ({ scenarios }, body) => Object.assign(scenarios, scenariosSchema.partial().strict().parse(body)),
  'POST /_posts': (context, body) => {
    const { text } = handPost.parse(body);
    return addStatus(context, { original: text, picture: null, byApp: false, delay: 0 });
  },
  'POST /_hand-publish': (context, body) => publishByHand(context, handPublish.parse(body).mediaId),
  'POST /_confirm-mass': (context, body) => ({ waited: confirmMass(context, confirmation.parse(body).accept) }),
  'POST /_in-use': ({ store }, body) => {
    const { mediaId, used } = use.parse(body);
    store.state.inUse = store.state.inUse.filter((id) => id !== mediaId);
    if (used) store.state.inUse.push(mediaId);
    store.changed();
    return store.state.inUse;
  },
  'GET /_messages': ({ store }) => store.state.conversation,
  'POST /_messages': (context, body) => {
    const done = deed.parse(body);
    void ('text' in done ? say(context, done.text) : follow(context));
    return {};
  },
  'POST /_comments': (context, body) => ({ comment: readerComment(context, readerDeed.parse(body)) }),
  'POST /_alter': (context, body) => ({ found: alter(context, alteration.parse(body)) }),
  'POST /_reset': (_context, _body, reset) => {
    reset();
    return {};
  },
};

export function answerAdmin(context: Context, request: SandboxRequest, reset: () => void): Reply {
  const handler = ROUTES[`${request.method} ${request.path}`];
  if (!handler) return notFound;
  // A page on another site must not be able to steer the sandbox of whoever opens it.
  if (request.headers['sec-fetch-site'] === 'cross-site') return jsonReply({ error: 'cross-site' }, 403, '403');
  try {
    return jsonReply(handler(context, bodyOf(request), reset));
  } catch (error) {
    if (error instanceof z.ZodError) return jsonReply({ error: z.prettifyError(error) }, 400, '400');
    if (error instanceof SyntaxError) return jsonReply({ error: 'The body is not JSON.' }, 400, '400');
    throw error;
  }
}

const bodyOf = (request: SandboxRequest): unknown =>
  request.body.length === 0 ? {} : JSON.parse(request.body.toString('utf8'));
