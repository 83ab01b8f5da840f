import { CATEGORY_TITLES, FORM_TITLES } from '../../content';
import { chinaDate } from '../china-time';
import { Phrases } from './phrases';
import { ValidityChip } from './validity-chip';
import { explainerPath, topicPath } from '../state/card';
import type { Card } from '../state/card';

/** Explainers as a list that can be scanned: form mark, title, the answer in a line, category and date. */
export function CardList(props: { readonly cards: readonly Card[]; readonly heading: 'h2' | 'h3' }) {
  return (
    <ol class="cards">
      {props.cards.map((card) => (
        <li key={card.id}>
          <CardItem card={card} heading={props.heading} />
        </li>
      ))}
    </ol>
  );
}

function CardItem({ card, heading: Heading }: { readonly card: Card; readonly heading: 'h2' | 'h3' }) {
  return (
    <article class="card">
      <span class={`card-form card-form-${card.form}`}>{FORM_TITLES[card.form]}</span>
      <div>
        <Heading class="card-title phrases">
          <a href={explainerPath(card.id)}>
            <Phrases text={card.title} />
          </a>
        </Heading>
        <p class="card-answer">{card.summary}</p>
        <p class="card-facts">
          <a href={topicPath(card.category)}>{CATEGORY_TITLES[card.category]}</a>
          <time dateTime={card.publishedAt}>{chinaDate(card.publishedAt)}</time>
          {card.updatedAt !== null && <span>{chinaDate(card.updatedAt)}更新</span>}
          {card.validity && (
            <span>
              所解读文件 <ValidityChip validity={card.validity} />
            </span>
          )}
        </p>
      </div>
    </article>
  );
}
