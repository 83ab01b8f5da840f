import { renderToString } from 'preact-render-to-string';
import type { Article } from '../../article/article';
import { Answer, Impact } from './answer';
import { Ask } from './ask';
import { Chapters } from './chapters';
import { Credits } from './credits';
import { ImageSet } from './image-set';
import { Interview } from './interview';
import { PolicyCards } from './policy-cards';
import { Video } from './video';

/** What stands below the title, in the order in which it is read: the answer first, the document last. */
export const mainHtml = (article: Article): string =>
  renderToString(
    <>
      <Answer article={article} />
      <Impact article={article} />
      <ImageSet article={article} />
      <Video article={article} />
      <Interview article={article} />
      <Chapters article={article} />
      <Ask article={article} />
      <PolicyCards article={article} />
      <Credits article={article} />
    </>,
  );
