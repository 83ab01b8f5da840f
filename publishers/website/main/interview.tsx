import type { Article, Interview as Talk, Speaker, Turn } from '../../article/article';
import { plainText } from '../../article/plain-text';
import { semanticHtml } from '../../article/semantic-html';
import { chinaStamp, clock } from '../china-time';
import { annotateAll } from './annotate';
import { Contents } from './contents';
import { Html } from './html';
import { placeholder } from './placeholder';
import { termsOf } from './terms';

const ROLES: Readonly<Record<Speaker['role'], string>> = { host: '主持人', guest: '嘉宾', citizen: '网友' };

/** In the list of questions a long one is cut, so that the list can be scanned. */
const QUESTION_LENGTH = 46;

/** Who speaks, once; the questions as list of contents; turns with the speaker's name hanging beside them. */
export function Interview({ article }: { readonly article: Article }) {
  const { interview } = article;
  if (article.form !== 'interview' || !interview) return null;
  const texts = annotateAll(
    interview.turns.map((turn) => semanticHtml(turn.blocks)),
    termsOf(article),
  );
  return (
    <>
      <People people={interview.people} />
      {interview.recording && (
        <section class="recording" aria-label="访谈录像" data-video>
          <Recording recording={interview.recording} />
        </section>
      )}
      <div class="reading">
        <Questions turns={interview.turns} />
        <ol class="turns prose" aria-label="访谈实录" data-listen>
          {interview.turns.map((turn, index) => (
            <TurnItem
              key={index}
              turn={turn}
              number={index + 1}
              recording={interview.recording}
              text={texts[index] ?? ''}
            />
          ))}
        </ol>
      </div>
    </>
  );
}

function People({ people }: { readonly people: readonly Speaker[] }) {
  return (
    <section class="people" aria-labelledby="people-title">
      <h2 id="people-title">访谈人物</h2>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <span class="person-role">{ROLES[person.role]}</span>
            <span class="person-name">{person.name}</span>
            <span class="person-title">{person.title}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recording({ recording }: { readonly recording: NonNullable<Talk['recording']> }) {
  return recording.mime.startsWith('audio/') ? (
    <audio controls preload="metadata" src={placeholder(recording)} />
  ) : (
    <video controls playsInline preload="metadata" src={placeholder(recording)} />
  );
}

function Questions({ turns }: { readonly turns: readonly Turn[] }) {
  const questions = turns.flatMap((turn, index) => {
    const question = questionOf(turn);
    return question === null ? [] : [{ id: `turn-${index + 1}`, number: '', title: question }];
  });
  if (questions.length < 2) return null;
  return <Contents name="问题目录" anchors={questions} class="questions" />;
}

/** The question that the host or a citizen asks in this turn; null when there is none. */
function questionOf({ speaker, blocks }: Turn): string | null {
  if (speaker?.role === 'guest') return null;
  const question = /[^。！？?\n]*[？?]/u.exec(plainText(blocks))?.[0].trim();
  if (question === undefined) return null;
  return question.length > QUESTION_LENGTH ? `${question.slice(0, QUESTION_LENGTH)}…` : question;
}

function TurnItem(props: {
  readonly turn: Turn;
  readonly number: number;
  readonly recording: Talk['recording'];
  /** HTML. */
  readonly text: string;
}) {
  const { turn, number, recording, text } = props;
  return (
    <li class={`turn turn-${turn.speaker?.role ?? 'unknown'}`} id={`turn-${number}`}>
      <p class="turn-speaker">
        <strong>{turn.speaker?.name ?? '发言人'}</strong>
        {turn.mediaTime !== null && recording ? (
          <a href={`${placeholder(recording)}#t=${turn.mediaTime}`} data-seek={turn.mediaTime}>
            {clock(turn.mediaTime)}
          </a>
        ) : (
          turn.at !== null && isInstant(turn.at) && <time dateTime={turn.at}>{chinaStamp(turn.at).slice(-5)}</time>
        )}
      </p>
      <Html class="turn-text" html={text} />
    </li>
  );
}

const isInstant = (text: string): boolean => !Number.isNaN(Date.parse(text));
