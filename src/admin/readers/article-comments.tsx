import { Flex, Typography } from '@strapi/design-system';
import { Moment } from '../components/moment';
import { ProblemList } from '../components/problem-list';
import { TextAction } from '../components/text-action';
import { useAct } from '../newsroom/use-act';
import { CommentItem } from './comment-item';
import { useOpenCommentsMutation } from './readers-api';
import type { Comment, CommentedArticle } from './shapes';

interface Props {
  readonly article: CommentedArticle;
  readonly comments: readonly Comment[];
  readonly mayChange: boolean;
}

/** The comments under one article, newest first, and whether readers may write. */
export function ArticleComments({ article, comments, mayChange }: Props) {
  const [setOpen, { isLoading }] = useOpenCommentsMutation();
  const act = useAct();
  const { open, total, lookedAt, problem, delivery } = article;
  const toggle = () =>
    void act(setOpen({ delivery, open: !open }).unwrap(), open ? '留言已关闭，已有的留言还在。' : '留言已打开。');
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Flex justifyContent="space-between" gap={2}>
        <Typography variant="pi" textColor="neutral600">
          {open ? `留言 ${total ?? comments.length} 条` : '留言没有打开'}
          {open && lookedAt !== null && (
            <>
              {' · 更新于 '}
              <Moment at={lookedAt} />
            </>
          )}
        </Typography>
        {mayChange && (
          <TextAction disabled={isLoading} onClick={toggle}>
            {open ? '关闭留言' : '打开留言'}
          </TextAction>
        )}
      </Flex>
      {problem && <ProblemList problems={[problem]} label="留言的问题" />}
      {comments.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={4} aria-label="读者留言">
          {comments.map((comment) => (
            <CommentItem key={comment.id} comment={comment} mayChange={mayChange} />
          ))}
        </Flex>
      )}
    </Flex>
  );
}
