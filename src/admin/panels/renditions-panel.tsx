import { Button, Flex, Loader, Tabs, Typography } from '@strapi/design-system';
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
import { AllRenditions } from './all-renditions';

/** 渠道稿: what every account would receive if the saved draft were signed now. */
export const RenditionsPanel: PanelComponent = (props) => {
  const entry = explainerEntry(props);
  return entry && { title: '渠道稿', content: <Renditions entry={entry} /> };
};

function Renditions({ entry }: { readonly entry: ExplainerEntry }) {
  const { data, error, isLoading } = useRenditionsQuery({ id: entry.id, savedAt: entry.savedAt });
  const unsaved = useUnsavedChanges();
  const [all, setAll] = useState(false);
  const [first] = data ?? [];
  if (isLoading) return <Loader small>正在生成渠道稿</Loader>;
  if (error) return <FailureNote error={error} />;
  if (!data || !first) return <Typography>还没有渠道账号。</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      {unsaved && (
        <Typography variant="pi" textColor="neutral600">
          这里是已保存的内容，保存后更新。
        </Typography>
      )}
      <Tabs.Root variant="simple" defaultValue={first.account}>
        <Tabs.List aria-label="渠道">
          {data.map((rendition) => (
            <Tabs.Trigger key={rendition.account} value={rendition.account}>
              {rendition.title}
              {rendition.problems.some((p) => p.severity === 'error') && '（有问题）'}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {data.map((rendition) => (
          <Tabs.Content key={rendition.account} value={rendition.account}>
            <OneRendition rendition={rendition} />
          </Tabs.Content>
        ))}
      </Tabs.Root>
      <Button variant="secondary" fullWidth onClick={() => setAll(true)}>
        预览全部
      </Button>
      {all && <AllRenditions renditions={data} onClose={() => setAll(false)} />}
    </Flex>
  );
}

function OneRendition({ rendition }: { readonly rendition: Rendition }) {
  return (
    <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3}>
      <CounterList counters={rendition.counters} />
      <ProblemList problems={rendition.problems} label={`${rendition.title}的问题`} />
      <PhoneFrame title={`${rendition.title}渠道稿`} html={rendition.preview} />
      <HashMark label="渠道稿指纹" hash={rendition.hash} />
    </Flex>
  );
}
