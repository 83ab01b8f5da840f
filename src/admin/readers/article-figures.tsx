import { Flex, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { readerSources, readingFigures, readUntil } from './reading-figures';
import type { Statistics } from './shapes';

const Figures = styled.dl`
  display: grid;
  grid-template-columns: repeat(3, minmax(0, 1fr));
  gap: 12px;
`;

/** How an article was read until yesterday. */
export function ArticleFigures({ article }: { readonly article: Statistics['articles'][number] }) {
  const figures = readingFigures(article.days);
  const sources = readerSources(article.days);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {figures.length === 0 && (
        <Typography variant="pi" textColor="neutral600">
          {article.problem ? article.problem.what : '阅读数据从发布后第二天上午起显示。'}
        </Typography>
      )}
      <Figures>
        {figures.map(({ label, value }) => (
          <Flex key={label} direction="column" alignItems="flex-start">
            <Typography tag="dt" variant="pi" textColor="neutral600">
              {label}
            </Typography>
            <Typography tag="dd" fontWeight="semiBold" style={{ fontVariantNumeric: 'tabular-nums' }}>
              {value}
            </Typography>
          </Flex>
        ))}
      </Figures>
      {figures.length > 0 && (
        <Typography variant="pi" textColor="neutral600">
          {readUntil(article.days)}
          {sources !== '' && `，主要来自${sources}`}
        </Typography>
      )}
    </Flex>
  );
}
