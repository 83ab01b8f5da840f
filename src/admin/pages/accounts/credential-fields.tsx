import { Flex, Typography } from '@strapi/design-system';
import { TextField } from '../../components/text-field';
import type { AccountDetails } from '../../newsroom/shapes';
import type { AccountDraft } from './account-draft';
import { CREDENTIAL_FIELDS } from './account-fields';

interface Props {
  readonly draft: AccountDraft;
  readonly onChange: (changes: Partial<AccountDraft>) => void;
  /** What is saved already; it can be replaced, never read. */
  readonly saved?: AccountDetails['credentials'];
  /** Where the platform is to push events and messages; known once the account exists. */
  readonly pushAddress?: string | null;
}

/** What the platform knows the account by. Saved values are never shown, only that they are there. */
export function CredentialFields({ draft, onChange, saved = [], pushAddress = null }: Props) {
  const placeholder = (name: string): string | undefined => {
    const known = saved.find((one) => one.name === name);
    if (!known?.saved) return undefined;
    return known.ending === null ? '已保存，不再显示' : `已保存，末四位 ${known.ending}`;
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {(CREDENTIAL_FIELDS[draft.publisher] ?? []).map(({ name, title, required, open }) => (
        <TextField
          key={name}
          label={required ? title : `${title}，可不填`}
          type={open ? 'text' : 'password'}
          required={required && placeholder(name) === undefined}
          placeholder={placeholder(name)}
          maxLength={128}
          value={draft.credentials[name] ?? ''}
          onChange={(value) => onChange({ credentials: { ...draft.credentials, [name]: value } })}
        />
      ))}
      {pushAddress !== null && (
        <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          公众号后台“服务器配置”里的 URL 填：{pushAddress}
        </Typography>
      )}
      <Typography variant="pi" textColor="neutral600">
        {saved.length > 0 ? '留空就沿用已保存的。' : ''}保存时加密，之后不再显示。
      </Typography>
    </Flex>
  );
}
