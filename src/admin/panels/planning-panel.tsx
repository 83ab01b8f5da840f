import { Divider, Flex, Loader, Typography } from '@strapi/design-system';
import { FailureNote } from '../components/failure-note';
import { useAccountsQuery } from '../newsroom/newsroom-api';
import { useRights } from '../newsroom/use-rights';
import { useUnsavedChanges, type PanelComponent } from '../strapi';
import { DeliveryList } from './delivery-list';
import { explainerEntry, type ExplainerEntry } from './explainer-entry';
import { PlanForm } from './plan-form';
import { signingState } from './signing-state';
import { useExplainer } from './use-explainer';

/** 排期: when the latest signed version goes out where, and what became of earlier plans. */
export const PlanningPanel: PanelComponent = (props) => {
  const entry = explainerEntry(props);
  return entry && { title: '排期', content: <Planning entry={entry} /> };
};

function Planning({ entry }: { readonly entry: ExplainerEntry }) {
  const explainer = useExplainer(entry);
  const accounts = useAccountsQuery(undefined);
  const unsaved = useUnsavedChanges();
  const { mayPlan } = useRights();
  const error = explainer.error ?? accounts.error;
  if (explainer.isLoading || accounts.isLoading) return <Loader small>正在加载排期</Loader>;
  if (!explainer.data || !accounts.data) return <FailureNote error={error} />;
  const { latest, needed } = signingState(explainer.data, unsaved);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} width="100%">
      {!latest && <Typography textColor="neutral600">签发之后才能排期。</Typography>}
      {latest && needed && mayPlan && (
        <Typography variant="pi" textColor="neutral600">
          排定的是第 {latest.number} 版，之后的修改不会发出。
        </Typography>
      )}
      {latest && mayPlan && (
        <PlanForm
          key={latest.id}
          explainer={entry.id}
          version={latest}
          accounts={accounts.data}
          deliveries={explainer.data.deliveries}
        />
      )}
      {explainer.data.deliveries.length > 0 && (
        <>
          <Divider />
          <DeliveryList deliveries={explainer.data.deliveries} />
        </>
      )}
    </Flex>
  );
}
