import { Flex, Typography } from '@strapi/design-system';
import { Moment } from '../../components/moment';
import { StateMark } from '../../components/state-mark';
import type { Account } from '../../newsroom/shapes';

const ANSWERS = {
  true: { shape: 'check', colour: 'success600', word: '可以' },
  false: { shape: 'minus', colour: 'neutral600', word: '没有权限' },
  null: { shape: 'question', colour: 'neutral600', word: '平台没有说' },
} as const;

const answerOf = (may: boolean | null) => ANSWERS[may === null ? 'null' : may ? 'true' : 'false'];

/** What the platform says that an account may do, and when it said so. */
export function CapabilityList({ profile }: { readonly profile: Account['profile'] }) {
  if (!profile) return <Typography textColor="neutral600">平台还没有回答过这个账号可以做什么</Typography>;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      <Flex tag="ul" gap={3} wrap="wrap" aria-label="可以做什么">
        {profile.capabilities.map(({ name, title, may }) => {
          const { shape, colour, word } = answerOf(may);
          return (
            <Typography key={name} tag="li" textColor={colour} title={`${title}：${word}`}>
              <StateMark shape={shape} /> {title}
              {may === null && '（不清楚）'}
            </Typography>
          );
        })}
      </Flex>
      <Typography variant="pi" textColor="neutral600">
        <Moment at={profile.askedAt} /> 问过平台
      </Typography>
    </Flex>
  );
}
