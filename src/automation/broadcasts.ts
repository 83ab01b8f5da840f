import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { problem, type Problem } from '../../publishers/problems';
import { KINDS } from '../../publishers/micro-broadcast/kinds';
import { placePicture } from '../../publishers/micro-broadcast/picture';
import { roomInput } from '../../publishers/micro-broadcast/inputs';
import type { DeskAnswer } from '../../publishers/micro-broadcast/desk';
import type { Room } from '../../publishers/micro-broadcast/room';
import { siteOf } from '../../publishers/website/settings';
import type { Product } from '../assembly';
import { Refusal } from '../delivery/refusal';
import { newId } from '../delivery/new-id';
import { operation, type Operation } from './operation';

const roomShape = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  hashtag: z.string(),
  stage: z.enum(['announced', 'running', 'ended', 'withdrawn']),
  updates: z.array(z.object({ seq: z.number(), at: z.string(), text: z.string() })),
});

const updateBody = z.strictObject({
  text: z.string().trim().min(1).max(2_000),
  /** Ids from the media API. */
  images: z.array(z.string()).max(9).default([]),
  speaker: z.string().trim().max(60).nullable().default(null),
  kind: z.enum(KINDS).default('scene'),
});

const present = (room: Room) => ({
  id: room.id,
  url: `${room.siteUrl}/live/${room.id}/`,
  title: room.title,
  hashtag: room.hashtag,
  stage: room.stage,
  updates: room.updates.filter((u) => u.removal === null).map(({ seq, at, text }) => ({ seq, at, text })),
});

/** @throws Refusal in the desk's own words: 404 for an unknown room, 409 where its stage does not allow the act */
function roomOf(answer: DeskAnswer): Room {
  if ('room' in answer) return answer.room;
  const trouble: Problem = answer.problem;
  const status = trouble.code === 'broadcast.no-room' ? 404 : trouble.code === 'broadcast.text-too-long' ? 422 : 409;
  throw new Refusal(status, trouble.code, `${trouble.what}${trouble.next}`, { problems: [trouble] });
}

async function place(product: Product, ids: readonly string[]) {
  const images = [];
  for (const id of ids) {
    const ref = await product.archive.mediaRef(id);
    if (!ref) throw new Refusal(422, 'media.unknown', '引用的图片不存在。', { missing: [id] });
    const picture = await placePicture(
      { ...product.publishing.site, exclusive: product.parts.exclusive },
      ref,
      await readFile(await product.archive.source(ref)),
    ).catch(() => null);
    if (!picture) {
      const unreadable = problem('broadcast.picture-unreadable', { name: ref.name });
      throw new Refusal(422, unreadable.code, `${unreadable.what}${unreadable.next}`);
    }
    images.push(picture);
  }
  return images;
}

const answers = { 200: { description: 'The room', schema: roomShape } };

/** The live desk by machine. */
export const broadcastOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/broadcasts',
    id: 'createBroadcast',
    summary: 'Announces a live room; `hashtag` without #',
    body: roomInput.strict(),
    query: null,
    answers: { 201: { description: 'The room', schema: roomShape } },
    handle: async ({ product, body, who }) => {
      const account = (await product.parts.accounts()).find((a) => a.account.publisher === 'website')?.account;
      if (!account) throw new Refusal(503, 'account.unknown', '没有网站账号，直播间没有地方可开。');
      const room = roomOf(
        await product.desk.openRoom({
          ...body,
          ids: [newId().toLowerCase()],
          siteUrl: account.siteUrl,
          site: siteOf(account),
          explainer: null,
          delivery: null,
          script: [],
          endsAfter: null,
          startNow: false,
        }),
      );
      await product.store.audit(who, 'broadcast.create', room.id, { title: room.title });
      return { status: 201, body: present(room) };
    },
  }),
  operation({
    method: 'GET',
    path: '/broadcasts/:id',
    id: 'readBroadcast',
    summary: 'A live room with what is visible in it',
    body: null,
    query: null,
    answers,
    handle: async ({ product, params }) => {
      const room = await product.desk.readRoom(params['id'] ?? '');
      if (!room) throw new Refusal(404, 'broadcast.no-room', '没有这个直播间。');
      return { status: 200, body: present(room) };
    },
  }),
  operation({
    method: 'POST',
    path: '/broadcasts/:id/start',
    id: 'startBroadcast',
    summary: 'Opens an announced room',
    body: z.strictObject({}),
    query: null,
    answers,
    handle: async ({ product, params, who }) => {
      const room = roomOf(await product.desk.startRoom(params['id'] ?? ''));
      await product.store.audit(who, 'broadcast.start', room.id);
      return { status: 200, body: present(room) };
    },
  }),
  operation({
    method: 'POST',
    path: '/broadcasts/:id/updates',
    id: 'postUpdate',
    summary: 'Posts an update; it is visible at once and gets the next number',
    body: updateBody,
    query: null,
    answers: { 201: { description: 'The room', schema: roomShape } },
    handle: async ({ product, params, body, who }) => {
      const images = await place(product, body.images);
      const room = roomOf(await product.desk.postUpdate(params['id'] ?? '', { ...body, images }));
      const newest = room.updates.at(-1);
      await product.store.audit(who, 'broadcast.update', room.id, { seq: newest?.seq ?? null });
      product.shown(room);
      return { status: 201, body: { ...present(room), seq: newest?.seq, at: newest?.at } };
    },
  }),
  operation({
    method: 'POST',
    path: '/broadcasts/:id/end',
    id: 'endBroadcast',
    summary: 'Ends a room; its updates stay readable',
    body: z.strictObject({}),
    query: null,
    answers,
    handle: async ({ product, params, who }) => {
      const room = roomOf(await product.desk.endRoom(params['id'] ?? ''));
      await product.store.audit(who, 'broadcast.end', room.id);
      product.shown(room);
      return { status: 200, body: present(room) };
    },
  }),
];
