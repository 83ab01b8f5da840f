import { chinaDay } from '../china-time';
import type { Standing } from '../standing';
import { policyPath } from '../state/card';
import { looksOf } from './validity-chip';

interface Named {
  readonly id: string;
  readonly title: string;
}

/** What a reader of a document must know before reading on; nothing while it is plainly in force. */
export function ValidityNotice({ standing }: { readonly standing: Standing }) {
  const words = noticeOf(standing);
  return words === null ? null : (
    <p class={`notice notice-${looksOf(standing.validity)}`} role="note">
      <strong>这份文件{words.what}</strong>
      {words.then}
    </p>
  );
}

/** The same on an explainer: of each of its documents that is not plainly in force. */
export function ValidityNotices(props: { readonly policies: readonly (Named & { readonly standing: Standing })[] }) {
  return (
    <>
      {props.policies.map(({ id, title, standing }) => {
        const words = noticeOf(standing);
        return words === null ? null : (
          <p key={id} class={`notice notice-${looksOf(standing.validity)}`} role="note">
            <strong>
              所解读的《<a href={policyPath(id)}>{title}</a>》{words.what}
            </strong>
            {words.then}
          </p>
        );
      })}
    </>
  );
}

function noticeOf({ validity, effectiveOn, expiresOn, ranOut }: Standing): { what: string; then: string } | null {
  switch (validity) {
    case '现行有效':
      return null;
    case '尚未施行':
      return {
        what: effectiveOn === null ? '尚未施行。' : `${chinaDay(effectiveOn)}起施行，现在尚未施行。`,
        then: '施行之前，请按现行规定办理。',
      };
    case '已修改':
      return { what: '已修改。', then: '内容可能与现行规定不同，办事请以修改后的文件为准。' };
    case '部分失效':
      return { what: '部分条款已失效。', then: '办事前请向发布机关核实所涉条款是否有效。' };
    case '废止':
      return { what: '已废止。', then: '内容只供查考，办事请以现行规定为准。' };
    case '失效':
      return {
        what: ranOut && expiresOn !== null ? `有效期至${chinaDay(expiresOn)}，已到期。` : '已失效。',
        then: '内容只供查考，办事请以现行规定为准。',
      };
  }
}
