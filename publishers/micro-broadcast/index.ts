/** Micro-broadcast: a live room on our own site. Rooms without an explainer are run through the same desk. */
import type { Publisher } from '../contract';
import { check } from './check';
import { commit, confirm, withdraw } from './outcome';
import { prepare } from './prepare';
import type { PreparedScript } from './prepared';
import { preview } from './preview';
import { readBack } from './read-back';
import { render } from './render';
import type { Script } from './script';
import { verify } from './verify';

export const microBroadcast: Publisher<Script, PreparedScript> = {
  name: 'micro-broadcast',
  title: '微直播',
  prepareAhead: 600,
  render,
  check,
  preview,
  // Our own place: as often as one likes.
  quotas: () => [],
  verify,
  prepare: (rendition, done, io) => prepare(rendition, done, io),
  commit,
  confirm,
  readBack,
  withdraw,
};
