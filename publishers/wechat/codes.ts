/**
 * The platform's refusals by code, in words.
 * @see https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
 */
import type { ProblemTable } from '../problem';
import { accountCodes } from './codes/account';
import { audienceCodes } from './codes/audience';
import { contentCodes } from './codes/content';
import { mediaCodes } from './codes/media';
import { permissionCodes } from './codes/permission';
import { programmeCodes } from './codes/programme';
import { waitingCodes } from './codes/waiting';

const GROUPS = [
  ...accountCodes,
  ...permissionCodes,
  ...waitingCodes,
  ...programmeCodes,
  ...contentCodes,
  ...mediaCodes,
  ...audienceCodes,
];

export const wechatCodes: ProblemTable = Object.fromEntries(
  GROUPS.flatMap(({ kind, next, codes }) =>
    Object.entries(codes).map(([code, what]) => [`wechat.${code}`, { kind, what: `${what}。`, next }]),
  ),
);
