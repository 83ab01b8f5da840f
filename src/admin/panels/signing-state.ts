import type { Explainer, SignedVersion } from '../newsroom/shapes';

export interface SigningState {
  readonly title: string;
  readonly latest: SignedVersion | null;
  /** Whether there is something that no version holds yet. */
  readonly needed: boolean;
  /** Why signing is not possible now; null when it is. */
  readonly obstacle: string | null;
}

/** Where an explainer stands between draft and version. @param unsaved whether the form holds unsaved changes */
export function signingState(
  explainer: Pick<Explainer, 'versions' | 'changedSinceSigning' | 'checks'>,
  unsaved: boolean,
): SigningState {
  const latest = explainer.versions.reduce<SignedVersion | null>(
    (newest, version) => (newest && newest.number > version.number ? newest : version),
    null,
  );
  const changed = explainer.changedSinceSigning || unsaved;
  return {
    title: titleOf(latest, changed),
    latest,
    needed: latest === null || changed,
    obstacle: obstacleOf(explainer, unsaved),
  };
}

function titleOf(latest: SignedVersion | null, changed: boolean): string {
  if (!latest) return '未签发';
  return changed ? `已签发第 ${latest.number} 版，之后有修改` : `已签发第 ${latest.number} 版`;
}

function obstacleOf(explainer: Pick<Explainer, 'checks'>, unsaved: boolean): string | null {
  if (unsaved) return '有未保存的修改，请先保存。';
  return explainer.checks.some((problem) => problem.severity === 'error') ? '请先处理以上问题并保存。' : null;
}
