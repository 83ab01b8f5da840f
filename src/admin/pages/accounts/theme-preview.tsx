import { Flex, Loader, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FailureNote } from '../../components/failure-note';
import { PhoneFrame } from '../../components/phone-frame';
import { usePreviewAccountQuery, usePreviewSamplesQuery } from '../../newsroom/accounts-api';
import { readSettings, type AccountDraft } from './account-draft';

/** What the account would publish with these choices, of an explainer that was signed. Changes as they are made. */
export function ThemePreview({ draft }: { readonly draft: AccountDraft }) {
  const { data: samples, error } = usePreviewSamplesQuery(undefined);
  const [chosen, setChosen] = useState<string | null>(null);
  if (error) return <FailureNote error={error} />;
  if (!samples) return <Loader small>正在加载</Loader>;
  const [first] = samples;
  if (!first) return <Typography textColor="neutral600">排过一篇解读之后，可以在这里看版式。</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <SingleSelect
        aria-label="用哪一篇预览"
        size="S"
        value={chosen ?? first.explainer}
        onChange={(id) => setChosen(String(id))}
      >
        {samples.map(({ explainer, title }) => (
          <SingleSelectOption key={explainer} value={explainer}>
            {title}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Frame draft={draft} explainer={chosen ?? first.explainer} />
    </Flex>
  );
}

function Frame({ draft, explainer }: { readonly draft: AccountDraft; readonly explainer: string }) {
  const { body } = readSettings(draft);
  const { data, error } = usePreviewAccountQuery(
    { publisher: draft.publisher, settings: body ?? {}, explainer },
    { skip: body === null },
  );
  // While a new choice is being rendered, the page before it stays.
  if (data === undefined) return error ? <FailureNote error={error} /> : <Loader small>正在生成预览</Loader>;
  return <PhoneFrame title="版式预览" html={data} />;
}
