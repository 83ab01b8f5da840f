import { Layouts, Page } from '@strapi/strapi/admin';
import { Flex, Typography } from '@strapi/design-system';
import { FailureNote } from '../../components/failure-note';
import { useFeedbackListQuery } from '../../feedback/feedback-api';
import { useQuestionsQuery } from '../../newsroom/newsroom-api';
import { useRefreshInterval } from '../../newsroom/use-refresh-interval';
import { FeedbackTable } from './feedback-table';
import { QuestionTable } from './question-table';

/** 群众在问: what people write to the accounts, so that the next explainer is the one that is missing. */
export default function QuestionsPage() {
  const pollingInterval = useRefreshInterval();
  const { data, error, isLoading } = useQuestionsQuery(undefined, { pollingInterval });
  const feedback = useFeedbackListQuery(undefined, { pollingInterval });
  if (isLoading) return <Page.Loading>正在加载</Page.Loading>;
  return (
    <Page.Main>
      <Page.Title>群众在问</Page.Title>
      <Layouts.Header
        title="群众在问"
        subtitle={`最近 ${data?.days ?? 30} 天公众号收到的提问，没有解读可答的排在前面；只记问题，不记是谁问的`}
      />
      <Layouts.Content>
        {error !== undefined && <FailureNote error={error} />}
        {data && data.items.length > 0 && <QuestionTable questions={data.items} />}
        {data?.items.length === 0 && <NothingAsked />}
        {feedback.error !== undefined && <FailureNote error={feedback.error} />}
        {feedback.data && feedback.data.items.length > 0 && (
          <>
            <Typography variant="beta" tag="h2" style={{ margin: '2.4rem 0 0.4rem' }}>
              网站读者的评价
            </Typography>
            <Typography tag="p" textColor="neutral600" style={{ margin: '0 0 1.2rem' }}>
              读者在网页上点了“有帮助”或“没帮助”，没帮助多的排在前面；留言写了什么，打开解读在右侧“网站读者”里看。
            </Typography>
            <FeedbackTable items={feedback.data.items} />
          </>
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

const NothingAsked = () => (
  <Flex direction="column" alignItems="flex-start" gap={3} padding={8} background="neutral0" hasRadius role="status">
    <Typography variant="delta" tag="h2">
      还没有收到提问
    </Typography>
    <Typography textColor="neutral600">
      公众号后台的“服务器配置”指向本系统以后，群众发来的问题会自动得到回答，并按问得多少列在这里。
    </Typography>
  </Flex>
);
