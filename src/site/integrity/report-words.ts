import { isClean, type Deed, type SiteReport, type Trouble } from './site-check';

const TROUBLE: Readonly<Record<Trouble, string>> = { altered: '被改动', missing: '缺失', foreign: '来历不明' };
const DEED: Readonly<Record<Trouble, Readonly<Record<Deed, string>>>> = {
  altered: { restored: '已恢复', removed: '已移走，没有可恢复的副本', left: '未处理' },
  missing: { restored: '已恢复', removed: '没有可恢复的副本', left: '未处理' },
  foreign: { restored: '已移走', removed: '已移走', left: '未处理' },
};
const LIST: Readonly<Record<SiteReport['list'], string | null>> = {
  whole: null,
  adopting: '文件清单还在建立，现在只能核对已登记的文件。',
  damaged:
    '文件清单有一部分被改动或丢失，这部分文件没有核对。请查明原因，逐页核对后运行 npm run site:verify -- --adopt 重建清单。',
  missing: '还没有文件清单。请先启动一次产品（npm start），它会建立清单。',
  forged:
    '文件清单的签名不符：清单被改动，或者密钥（MINGBAI_SECRET_KEY）换过。请查明原因，核对网页后运行 npm run site:verify -- --adopt 重建清单。',
};

/** What the check of the site found, for staff. @param named how many files are listed by name */
export function reportWords(report: SiteReport, named = Number.POSITIVE_INFINITY): readonly string[] {
  const { counts, files, leftovers, findings, list } = report;
  const total = counts.altered + counts.missing + counts.foreign;
  const lines = findings
    .slice(0, named)
    .map(({ trouble, name, deed }) => `  ${TROUBLE[trouble]}：${name}（${DEED[trouble][deed]}）`);
  const more = total - lines.length;
  return [
    isClean(report)
      ? `网站的 ${files} 个文件都与发布时一致。`
      : `核对了 ${files} 个文件：被改动 ${counts.altered} 个，缺失 ${counts.missing} 个，来历不明 ${counts.foreign} 个。`,
    ...(LIST[list] === null ? [] : [LIST[list]]),
    ...lines,
    ...(more > 0 ? [`  另有 ${more} 个没有列出。`] : []),
    ...(leftovers > 0 ? [`有 ${leftovers} 个写到一半的临时文件，读者看不到。`] : []),
    ...(report.complete ? [] : ['核对没有做完。']),
  ];
}
