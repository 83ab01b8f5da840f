import type { WechatProfile } from '../scenarios';
import { refuse } from './answer';
import type { WechatHandler } from './call';
import { checkCallback } from './callback-check';
import * as comment from './comment';
import { DATACUBE, RETIRED_DATACUBE } from './datacube';
import { addDraft, batchGetDraft, countDraft, deleteDraft, getDraft, switchDraft, updateDraft } from './draft';
import { batchGetPublished, deletePublished, getArticle, getTask, submit } from './freepublish';
import { deleteMass, getMass, previewMass, sendAll, sendToOpenIds } from './mass';
import { getSpeed, setSpeed } from './mass-speed';
import { addMaterial, batchGetMaterial, countMaterial, deleteMaterial, getMaterial, uploadImg } from './media';
import { clearQuota, clearQuotaBySecret, getQuota, platformAddresses } from './quota';
import { getRid } from './rid';
import { addMembers, followersWithTag, removeMembers, tagsOfFollower } from './tag-members';
import { createTag, deleteTag, listTags, updateTag } from './tags';
import { getTemporary, uploadTemporary, uploadVideo } from './temporary-media';
import { stableToken, token } from './token';

export interface WechatEndpoint {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly handle: WechatHandler;
  /** `json` unless it is an upload or has no body. */
  readonly body: 'json' | 'upload' | 'none';
  /** `token`: needs an access token; `secret`: brings its own credentials. */
  readonly auth: 'token' | 'secret';
  /** Account types that may call it; anybody else gets 48001. */
  readonly allowed: readonly WechatProfile[];
}

const ANY: readonly WechatProfile[] = ['personal', 'verified', 'service', 'test'];
const VERIFIED: readonly WechatProfile[] = ['verified', 'service'];
const CAN_MASS_SEND: readonly WechatProfile[] = ['verified', 'service', 'test'];
const SERVICE: readonly WechatProfile[] = ['service'];

const post = (path: string, handle: WechatHandler, allowed = ANY): WechatEndpoint => ({
  method: 'POST',
  path,
  handle,
  body: 'json',
  auth: 'token',
  allowed,
});
const get = (path: string, handle: WechatHandler): WechatEndpoint => ({
  ...post(path, handle),
  method: 'GET',
  body: 'none',
});
const upload = (path: string, handle: WechatHandler): WechatEndpoint => ({
  ...post(path, handle),
  body: 'upload',
});

/** Every endpoint, who may call it and what kind of body it takes. */
export const WECHAT_ENDPOINTS: readonly WechatEndpoint[] = [
  { ...get('/cgi-bin/token', token), auth: 'secret' },
  { ...post('/cgi-bin/stable_token', stableToken), auth: 'secret' },
  { ...post('/cgi-bin/clear_quota/v2', clearQuotaBySecret), auth: 'secret' },
  post('/cgi-bin/clear_quota', clearQuota),
  post('/cgi-bin/openapi/quota/get', getQuota),
  post('/cgi-bin/openapi/rid/get', getRid),
  post('/cgi-bin/callback/check', checkCallback),
  get('/cgi-bin/get_api_domain_ip', platformAddresses),
  get('/cgi-bin/getcallbackip', platformAddresses),
  upload('/cgi-bin/media/uploadimg', uploadImg),
  upload('/cgi-bin/media/upload', uploadTemporary),
  get('/cgi-bin/media/get', getTemporary),
  post('/cgi-bin/media/uploadvideo', uploadVideo),
  upload('/cgi-bin/material/add_material', addMaterial),
  post('/cgi-bin/material/get_material', getMaterial),
  post('/cgi-bin/material/del_material', deleteMaterial),
  get('/cgi-bin/material/get_materialcount', countMaterial),
  post('/cgi-bin/material/batchget_material', batchGetMaterial),
  post('/cgi-bin/draft/add', addDraft),
  post('/cgi-bin/draft/update', updateDraft),
  post('/cgi-bin/draft/get', getDraft),
  post('/cgi-bin/draft/batchget', batchGetDraft),
  get('/cgi-bin/draft/count', countDraft),
  post('/cgi-bin/draft/delete', deleteDraft),
  { ...post('/cgi-bin/draft/switch', switchDraft), body: 'none' },
  post('/cgi-bin/freepublish/submit', submit, VERIFIED),
  post('/cgi-bin/freepublish/get', getTask, VERIFIED),
  post('/cgi-bin/freepublish/batchget', batchGetPublished, VERIFIED),
  post('/cgi-bin/freepublish/getarticle', getArticle, VERIFIED),
  post('/cgi-bin/freepublish/delete', deletePublished, VERIFIED),
  post('/cgi-bin/message/mass/sendall', sendAll, CAN_MASS_SEND),
  post('/cgi-bin/message/mass/send', sendToOpenIds, SERVICE),
  post('/cgi-bin/message/mass/preview', previewMass, CAN_MASS_SEND),
  post('/cgi-bin/message/mass/get', getMass, CAN_MASS_SEND),
  post('/cgi-bin/message/mass/delete', deleteMass, CAN_MASS_SEND),
  post('/cgi-bin/comment/open', comment.openComments),
  post('/cgi-bin/comment/close', comment.closeComments),
  post('/cgi-bin/comment/list', comment.listComments),
  post('/cgi-bin/comment/markelect', comment.markElect),
  post('/cgi-bin/comment/unmarkelect', comment.unmarkElect),
  post('/cgi-bin/comment/delete', comment.deleteComment),
  post('/cgi-bin/comment/reply/add', comment.addReply),
  post('/cgi-bin/comment/reply/delete', comment.deleteReply),
  post('/cgi-bin/message/mass/speed/get', getSpeed, CAN_MASS_SEND),
  post('/cgi-bin/message/mass/speed/set', setSpeed, CAN_MASS_SEND),
  post('/cgi-bin/tags/members/batchtagging', addMembers),
  post('/cgi-bin/tags/members/batchuntagging', removeMembers),
  post('/cgi-bin/tags/getidlist', tagsOfFollower),
  post('/cgi-bin/user/tag/get', followersWithTag),
  get('/cgi-bin/tags/get', listTags),
  post('/cgi-bin/tags/create', createTag),
  post('/cgi-bin/tags/update', updateTag),
  post('/cgi-bin/tags/delete', deleteTag),
  ...Object.entries(DATACUBE).map(([name, handle]) => post(`/datacube/${name}`, handle)),
  ...RETIRED_DATACUBE.map((name) => post(`/datacube/${name}`, () => refuse(47009))),
];
