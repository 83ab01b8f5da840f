import type { Article } from '../../article/article';
import { Contact } from '../parts/contact';

/** Whom to ask. Numbers can be tapped: who reads on a telephone calls with it. */
export function Ask({ article }: { readonly article: Article }) {
  const { contact } = article.credits;
  if (contact.trim() === '') return null;
  return (
    <section class="ask" aria-labelledby="ask-title">
      <h2 id="ask-title">还有疑问，找谁问</h2>
      <ul>
        {contact
          .split(/[；;\n]/)
          .filter((way) => way.trim() !== '')
          .map((way) => (
            <li key={way}>
              <Contact text={way.trim()} />
            </li>
          ))}
      </ul>
    </section>
  );
}
