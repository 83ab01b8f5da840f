import { Box, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { Moment } from '../components/moment';
import { TextAction } from '../components/text-action';
import { useAct } from '../newsroom/use-act';
import type { CommentAct } from './comment-requests';
import { useChangeCommentMutation } from './readers-api';
import { ReplyForm } from './reply-form';
import type { Comment } from './shapes';

/** What can be done to a comment as it stands, with what is said when it is done. */
const acts = ({ elected, reply }: Comment): readonly (readonly [CommentAct, label: string, done: string])[] => [
  elected ? ['unelect', '取消精选', '已取消精选。'] : ['elect', '精选', '已精选，读者可以看到。'],
  ...(reply ? ([['remove-reply', '删除回复', '回复已删除。']] as const) : []),
];

/** One comment with its answer; who may, answers, elects and deletes it here. */
export function CommentItem({ comment, mayChange }: { readonly comment: Comment; readonly mayChange: boolean }) {
  const [replying, setReplying] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const [change, { isLoading }] = useChangeCommentMutation();
  const act = useAct();
  const run = (what: CommentAct, done: string) => void act(change({ id: comment.id, act: what }).unwrap(), done);
  return (
    <Flex tag="li" direction="column" alignItems="stretch" gap={1}>
      <Typography variant="pi" textColor="neutral600">
        {comment.author} · <Moment at={comment.writtenAt} />
        {comment.elected && ' · 精选'}
      </Typography>
      <Typography style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>{comment.content}</Typography>
      {comment.reply && (
        <Box background="neutral100" padding={2} hasRadius>
          <Typography variant="pi" style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
            回复：{comment.reply.content}
          </Typography>
        </Box>
      )}
      {mayChange && !replying && (
        <Flex gap={3} wrap="wrap">
          {!comment.reply && <TextAction onClick={() => setReplying(true)}>回复</TextAction>}
          {acts(comment).map(([what, label, done]) => (
            <TextAction key={what} disabled={isLoading} onClick={() => run(what, done)}>
              {label}
            </TextAction>
          ))}
          {deleting ? (
            <TextAction disabled={isLoading} onClick={() => run('remove', '留言已删除。')}>
              确定删除，不能恢复
            </TextAction>
          ) : (
            <TextAction onClick={() => setDeleting(true)}>删除</TextAction>
          )}
        </Flex>
      )}
      {replying && <ReplyForm comment={comment.id} onDone={() => setReplying(false)} />}
    </Flex>
  );
}
