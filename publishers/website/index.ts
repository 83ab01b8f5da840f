import type { Publisher } from '../contract';
import { check } from './check';
import { commit } from './commit';
import { confirm } from './confirm';
import type { Prepared, SitePayload } from './payload';
import { prepare } from './prepare';
import { preview } from './preview';
import { readBack } from './read-back';
import { render } from './render';
import { verify } from './verify';
import { withdraw } from './withdraw';

/** The website: static files, the source of truth for every other channel. */
export const website: Publisher<SitePayload, Prepared> = {
  name: 'website',
  title: '网站',
  // Films are coded anew at about half their length on two cores; an hour of film is ready in time.
  prepareAhead: 3_600,
  render,
  check,
  preview,
  // Our own place: as often as one likes.
  quotas: () => [],
  verify,
  prepare,
  commit,
  confirm,
  readBack,
  withdraw,
  leadsOn: true,
};
