import { Button, Flex, Loader, Typography } from '@strapi/design-system';
import { FailureNote } from '../components/failure-note';
import { HashMark } from '../components/hash-mark';
import { Moment } from '../components/moment';
import { ProblemList } from '../components/problem-list';
import { useSignMutation } from '../newsroom/newsroom-api';
import { useAct } from '../newsroom/use-act';
import { useRights } from '../newsroom/use-rights';
import { useUnsavedChanges, type PanelComponent } from '../strapi';
import { explainerEntry, type ExplainerEntry } from './explainer-entry';
import { personName } from './person-name';
import { signingState } from './signing-state';
import { useExplainer } from './use-explainer';

/** 签发: freezes what is saved as a version. Only versions are published. */
export const SigningPanel: PanelComponent = (props) => {
  const entry = explainerEntry(props);
  return entry && { title: '签发', content: <Signing entry={entry} /> };
};

function Signing({ entry }: { readonly entry: ExplainerEntry }) {
  const { data, error, isLoading } = useExplainer(entry);
  const [sign, { isLoading: signing }] = useSignMutation();
  const unsaved = useUnsavedChanges();
  const { maySign } = useRights();
  const act = useAct();
  if (isLoading) return <Loader small>正在检查</Loader>;
  if (!data) return <FailureNote error={error} />;
  const state = signingState(data, unsaved);
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography fontWeight="semiBold">{state.title}</Typography>
      {state.latest && (
        <Flex direction="column" alignItems="flex-start" gap={1}>
          <Typography variant="pi" textColor="neutral600">
            {personName(state.latest.signedBy)} · <Moment at={state.latest.signedAt} />
          </Typography>
          <HashMark label="定稿指纹" hash={state.latest.hash} />
        </Flex>
      )}
      <ProblemList problems={data.checks} label="签发前的检查" />
      {maySign && state.needed && (
        <>
          <Button
            fullWidth
            disabled={state.obstacle !== null}
            loading={signing}
            onClick={() => void act(sign({ id: entry.id, revision: entry.revision }).unwrap(), '已签发，可以排期。')}
          >
            签发
          </Button>
          {state.obstacle !== null && (
            <Typography variant="pi" textColor="neutral600">
              {state.obstacle}
            </Typography>
          )}
        </>
      )}
    </Flex>
  );
}
