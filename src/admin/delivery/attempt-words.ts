const STEPS: Readonly<Record<string, string>> = {
  prepare: '准备',
  commit: '发出',
  confirm: '向平台核实',
  withdraw: '撤稿',
  person: '人工登记',
};

const OUTCOMES: Readonly<Record<string, string>> = {
  progress: '继续',
  wait: '平台处理中',
  ready: '已备好',
  later: '稍后再试',
  published: '已发布',
  pending: '平台已受理',
  rejected: '没有发出',
  uncertain: '结果不明',
  absent: '平台上没有',
  found: '找到了',
  manual: '交给人发布',
  held: '暂停',
  'not-found': '确认没有',
  withdrawn: '已撤下',
};

/** A step of an attempt and how it ended, in words. A word that the engine adds later is shown as it is. */
export function attemptWords(step: string, outcome: string): string {
  return `${STEPS[step] ?? step}：${OUTCOMES[outcome] ?? outcome}`;
}
