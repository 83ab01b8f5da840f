import { Flex, Grid, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { TextField } from '../../components/text-field';
import type { AccountDetails } from '../../newsroom/shapes';
import type { AccountDraft } from './account-draft';
import { CredentialFields } from './credential-fields';
import { Section } from './section';
import { SettingFields } from './setting-fields';
import { ThemePreview } from './theme-preview';

/** Stays in sight while choices further down are made. */
const Beside = styled.div`
  position: sticky;
  top: 0;
  width: 100%;
`;

interface Props {
  readonly draft: AccountDraft;
  readonly onChange: (changes: Partial<AccountDraft>) => void;
  /** null for an account that does not exist yet. */
  readonly account: AccountDetails | null;
}

/** Everything that staff enter for an account; on the right what it would look like. */
export function AccountForm({ draft, onChange, account }: Props) {
  const isSite = draft.publisher === 'website';
  const own = account === null || account.editable === 'all';
  return (
    <Grid.Root gap={6}>
      <Grid.Item col={isSite ? 12 : 7} xs={12} alignItems="flex-start">
        <Flex direction="column" alignItems="stretch" gap={6} width="100%">
          {own && (
            <Section title="账号">
              <TextField
                label="名称"
                required
                maxLength={60}
                hint="工作人员这样称呼它"
                value={draft.title}
                onChange={(title) => onChange({ title })}
              />
              {account === null && (
                <TextField
                  label="代号"
                  required
                  maxLength={31}
                  hint="小写字母、数字和连字符，例如 wenlv；添加后不能改"
                  value={draft.name}
                  onChange={(name) => onChange({ name })}
                />
              )}
            </Section>
          )}
          {own && (
            <Section title="凭证">
              <CredentialFields
                draft={draft}
                onChange={onChange}
                saved={account?.credentials}
                pushAddress={account?.pushAddress}
              />
            </Section>
          )}
          {isSite ? (
            <>
              <Section title="网站标识">
                <Typography variant="pi" textColor="neutral600">
                  显示在每一页的页脚和页面信息里。空着的用演示内容代替；正式发布前都要换成登记的内容，否则不能发布。
                </Typography>
                <SettingFields draft={draft} onChange={onChange} only={({ isLook }) => isLook !== true} />
              </Section>
              <Section title="首页和外观">
                <SettingFields draft={draft} onChange={onChange} only={({ isLook }) => isLook === true} />
              </Section>
            </>
          ) : (
            <Section title="版式和次数">
              <SettingFields draft={draft} onChange={onChange} />
            </Section>
          )}
          {draft.publisher === 'wechat' && (
            <Section title="认证">
              <TextField
                label="认证到期日"
                type="date"
                hint="到期前 60 天、30 天、7 天提醒"
                value={draft.certifiedUntil}
                onChange={(certifiedUntil) => onChange({ certifiedUntil })}
              />
            </Section>
          )}
        </Flex>
      </Grid.Item>
      {!isSite && (
        <Grid.Item col={5} xs={12} alignItems="flex-start">
          <Beside>
            <Section title="预览">
              <ThemePreview draft={draft} />
            </Section>
          </Beside>
        </Grid.Item>
      )}
    </Grid.Root>
  );
}
