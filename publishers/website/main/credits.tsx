import type { Article } from '../../article/article';

const DISCLOSURES: Readonly<Record<Article['aiDisclosure'], string>> = {
  none: '',
  assisted: '本文制作中使用了人工智能辅助，内容已经人工审核。',
  generated: '本文含人工智能生成的内容，已经人工审核。',
};

/** Who stands for the text, and what machines had to do with it. */
export function Credits({ article }: { readonly article: Article }) {
  const { credits } = article;
  const rows = [
    ['信息来源', credits.source],
    ['作者', credits.author],
    ['责任编辑', credits.responsibleEditor],
  ].filter(([, value]) => value !== '');
  return (
    <footer class="credits">
      {DISCLOSURES[article.aiDisclosure] !== '' && <p class="ai-disclosure">{DISCLOSURES[article.aiDisclosure]}</p>}
      <dl>
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </footer>
  );
}
