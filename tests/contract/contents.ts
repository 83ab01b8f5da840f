import sharp from 'sharp';
import { FORMS, type Content } from '../../publishers/content';
import { mediaOf, sampleContent } from '../unit/publishers/article/sample-version';

const picture = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 600, channels: 3, background } })
    .png()
    .toBuffer();

/** An explainer with a cover and a picture in its text, and the files of both by id. */
export async function illustrated(): Promise<{ content: Content; files: Readonly<Record<string, Uint8Array>> }> {
  const [cover, chart] = await Promise.all([picture('#14527a'), picture('#b8860b')]);
  const content = sampleContent({
    cover: mediaOf('cover.png', cover, { width: 900, height: 600 }),
    media: [mediaOf('chart.png', chart, { width: 900, height: 600 })],
  });
  return {
    content: { ...content, body: `${content.body}\n\n![报销比例图](/uploads/chart.png)\n` },
    files: { 'cover.png': cover, 'chart.png': chart },
  };
}

const EMPTY = { background: '', basis: '', intent: '', implementation: '' };

/** What staff have on their screens while they write: hardly begun, too long, odd, of every form. */
export const UNFINISHED: readonly Content[] = FORMS.flatMap((form) => [
  sampleContent({ form }),
  sampleContent({ form, title: '', summary: '', body: '', aspects: EMPTY, policies: [], keywords: [], source: '' }),
  sampleContent({ form, title: '长'.repeat(300), summary: '长'.repeat(3_000), body: '很长的一段。'.repeat(20_000) }),
  sampleContent({
    form,
    title: '<script>alert(1)</script>&"\'',
    summary: '换行\n\n和 emoji 👨‍👩‍👧‍👦 与控制符\u0007\u200b',
    body: '![没有的图](/uploads/none.png) [坏链接](javascript:alert(1)) | 半个 | 表 \n\n```\n<b>\n',
    responsibleEditor: '',
  }),
]);
