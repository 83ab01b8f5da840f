import { Divider, Flex, Loader, Typography } from '@strapi/design-system';
import { FailureNote } from '../components/failure-note';
import { useRights } from '../newsroom/use-rights';
import { ArticleComments } from '../readers/article-comments';
import { ArticleFigures } from '../readers/article-figures';
import { useCommentsQuery, useStatisticsQuery } from '../readers/readers-api';
import type { PanelComponent } from '../strapi';
import { explainerEntry, type ExplainerEntry } from './explainer-entry';

/** Milliseconds. The platform itself is asked every ten minutes. */
const REFRESH = 60_000;

/** 读者: how the articles of an explainer are read on WeChat, and what readers write under them. */
export const ReadersPanel: PanelComponent = (props) => {
  const entry = explainerEntry(props);
  return entry && { title: '公众号读者', content: <Readers entry={entry} /> };
};

function Readers({ entry }: { readonly entry: ExplainerEntry }) {
  const comments = useCommentsQuery(entry.id, { pollingInterval: REFRESH });
  const statistics = useStatisticsQuery(entry.id);
  const { mayComment } = useRights();
  const error = comments.error ?? statistics.error;
  if (comments.isLoading || statistics.isLoading) return <Loader small>正在加载留言和阅读数据</Loader>;
  if (!comments.data || !statistics.data) return <FailureNote error={error} />;
  const { data } = comments;
  const numbers = statistics.data.articles;
  if (data.articles.length === 0) {
    return <Typography textColor="neutral600">在公众号发布后，这里显示阅读数据和读者留言。</Typography>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {data.articles.map((article, index) => {
        const { delivery, title } = article;
        const read = numbers.find((one) => one.delivery === delivery);
        return (
          <Flex key={delivery} direction="column" alignItems="stretch" gap={3}>
            {index > 0 && <Divider />}
            <Typography fontWeight="semiBold">{title}</Typography>
            {read && <ArticleFigures article={read} />}
            <ArticleComments
              article={article}
              comments={data.comments.filter((one) => one.delivery === delivery)}
              mayChange={mayComment}
            />
          </Flex>
        );
      })}
    </Flex>
  );
}
