import { Flex, Loader, Typography } from '@strapi/design-system';
import { FailureNote } from '../components/failure-note';
import { Moment } from '../components/moment';
import { useFeedbackQuery } from '../feedback/feedback-api';
import type { PanelComponent } from '../strapi';
import { explainerEntry, type ExplainerEntry } from './explainer-entry';

/** Milliseconds. */
const REFRESH = 60_000;

/** 网站读者: whether the explainer helped its readers on the site, and what they wrote. */
export const FeedbackPanel: PanelComponent = (props) => {
  const entry = explainerEntry(props);
  return entry && { title: '网站读者', content: <Answers entry={entry} /> };
};

function Answers({ entry }: { readonly entry: ExplainerEntry }) {
  const { data, error, isLoading } = useFeedbackQuery(entry.id, { pollingInterval: REFRESH });
  if (isLoading) return <Loader small>正在加载读者反馈</Loader>;
  if (!data) return <FailureNote error={error} />;
  if (data.helpful + data.unhelpful + data.sentences.length === 0) {
    return <Typography textColor="neutral600">读者在网页上点“有帮助”或“没帮助”后，这里显示结果。</Typography>;
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Flex tag="dl" gap={4}>
        <Count name="有帮助" count={data.helpful} />
        <Count name="没帮助" count={data.unhelpful} />
      </Flex>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={3}>
        {data.sentences.map(({ helpful, sentence, at }, index) => (
          <li key={`${at} ${index}`}>
            <Typography variant="pi" textColor="neutral600" tag="p">
              {helpful ? '有帮助' : '没帮助'} · <Moment at={at} />
            </Typography>
            <Typography tag="p" style={{ overflowWrap: 'anywhere' }}>
              {sentence}
            </Typography>
          </li>
        ))}
      </Flex>
    </Flex>
  );
}

function Count({ name, count }: { readonly name: string; readonly count: number }) {
  return (
    <Flex direction="column" alignItems="flex-start">
      <Typography tag="dt" variant="pi" textColor="neutral600">
        {name}
      </Typography>
      <Typography tag="dd" fontWeight="semiBold" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {count}
      </Typography>
    </Flex>
  );
}
