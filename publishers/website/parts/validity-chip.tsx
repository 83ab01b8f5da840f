import type { PolicySnapshot } from '../../content';

type Validity = PolicySnapshot['validity'];

/** Colour and shape of each state; the word itself always stands there too. */
const LOOKS: Readonly<Record<Validity, 'in-force' | 'soon' | 'partly' | 'ended'>> = {
  现行有效: 'in-force',
  尚未施行: 'soon',
  已修改: 'partly',
  部分失效: 'partly',
  废止: 'ended',
  失效: 'ended',
};

/** The look of a state, for what stands beside the chip. */
export const looksOf = (validity: Validity): string => LOOKS[validity];

export function ValidityChip({ validity }: { readonly validity: Validity }) {
  return <span class={`chip validity validity-${LOOKS[validity]}`}>{validity}</span>;
}
