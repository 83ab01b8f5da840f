import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { CounterList } from '../components/counter-list';
import { FailureNote } from '../components/failure-note';
import { HashMark } from '../components/hash-mark';
import { PhoneFrame } from '../components/phone-frame';
import { ProblemList } from '../components/problem-list';
import { useRenditionsQuery } from '../newsroom/newsroom-api';
import type { Rendition } from '../newsroom/shapes';
import { useUnsavedChanges, type PanelComponent } from '../strapi';
import { explainerEntry, type ExplainerEntry } from './explainer-entry';
import { ChannelButton } from './channel-button';
import { AllRenditions } from './all-renditions';

/** 渠道稿: what every account would receive if the saved draft were signed now. */
export const RenditionsPanel: PanelComponent = (props) => {
  const entry = explainerEntry(props);
  return entry && { title: '渠道稿', content: <Renditions entry={entry} /> };
};

function Renditions({ entry }: { readonly entry: ExplainerEntry }) {
  const { data, error, isLoading } = useRenditionsQuery({ id: entry.id, savedAt: entry.savedAt });
  const unsaved = useUnsavedChanges();
  const [chosen, setChosen] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  if (isLoading) return <Loader small>正在生成渠道稿</Loader>;
  if (error) return <FailureNote error={error} />;
  const shown = data?.find(({ account }) => account === chosen) ?? data?.[0];
  if (!data || !shown) return <Typography>还没有渠道账号。</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {unsaved && (
        <Typography variant="pi" textColor="neutral600">
          这里是已保存的内容，保存后更新。
        </Typography>
      )}
      <Flex gap={1} wrap="wrap" role="group" aria-label="渠道">
        {data.map(({ account, title, problems }) => (
          <ChannelButton
            key={account}
            title={title}
            troubled={problems.some(({ severity }) => severity === 'error')}
            chosen={account === shown.account}
            onChoose={() => setChosen(account)}
          />
        ))}
      </Flex>
      <OneRendition rendition={shown} />
      <Button variant="secondary" fullWidth onClick={() => setAll(true)}>
        预览全部
      </Button>
      {all && <AllRenditions renditions={data} onClose={() => setAll(false)} />}
    </Flex>
  );
}

function OneRendition({ rendition }: { readonly rendition: Rendition }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <CounterList counters={rendition.counters} />
      <ProblemList problems={rendition.problems} label={`${rendition.title}的问题`} />
      <PhoneFrame title={`${rendition.title}渠道稿`} html={rendition.preview} />
      <HashMark label="渠道稿指纹" hash={rendition.hash} />
    </Flex>
  );
}
