import { renderToString } from 'preact-render-to-string';
import { leavesGovernment } from '../article/leaves-government';
import { chinaDateTime, chinaIso } from '../website/china-time';
import { marked } from './hashtag';
import { KIND_TITLES } from './kinds';
import type { Room, RoomImage, Update } from './room';

/** The changing part of the head of a live page. */
export const headHtml = (room: Room): string => renderToString(<Head room={room} />);

/** One entry, `<li>` included. */
export const entryHtml = (update: Update): string => renderToString(<Entry update={update} />);

function Head({ room }: { readonly room: Room }) {
  const shown = room.updates.filter(({ removal }) => removal === null).length;
  return (
    <>
      <p class={`live-stage is-${room.stage}`}>
        <span class="live-dot" aria-hidden="true" />
        <strong>{STAGES[room.stage]}</strong>
        <Times room={room} />
      </p>
      {room.withdrawal ? (
        <div class="live-withdrawn">
          <p>本场直播的内容已于 {chinaDateTime(room.withdrawal.at)} 撤回。</p>
          <p>原因：{room.withdrawal.reason}</p>
        </div>
      ) : (
        room.stage !== 'announced' && <p class="live-count">已播 {shown} 条</p>
      )}
    </>
  );
}

const STAGES = { announced: '直播预告', running: '正在直播', ended: '直播已结束', withdrawn: '直播已撤回' } as const;

function Times({ room: { stage, plannedStart, startedAt, endedAt } }: { readonly room: Room }) {
  if (stage === 'announced') return plannedStart ? <Time at={plannedStart} suffix="开始" /> : null;
  return (
    <>
      {startedAt && <Time at={startedAt} suffix="开始" />}
      {endedAt && <Time at={endedAt} suffix="结束" />}
    </>
  );
}

const Time = ({ at, suffix }: { readonly at: string; readonly suffix: string }) => (
  <span>
    <time dateTime={chinaIso(at)}>{chinaDateTime(at)}</time> {suffix}
  </span>
);

function Entry({ update }: { readonly update: Update }) {
  const { seq, at, kind, speaker, correction, removal, images } = update;
  const { hashtag, label, words } = readText(update.text);
  return (
    <li class={`live-entry kind-${kind}${removal ? ' is-removed' : ''}`} id={`update-${seq}`} data-seq={seq}>
      <time class="live-time" dateTime={chinaIso(at)}>
        {minutes(at)}
      </time>
      <article>
        <p class="live-mark">
          <span class="live-seq">第 {seq} 条</span>
          <span class="live-kind">{KIND_TITLES[kind]}</span>
          {speaker && !removal && <span class="live-speaker">{speaker}</span>}
          {hashtag && !removal && <span class="live-hashtag">{marked(hashtag)}</span>}
        </p>
        {removal ? (
          <p class="live-removed">本条已于 {minutes(removal.at)} 撤下。</p>
        ) : (
          <Words label={label} words={words} images={images} />
        )}
        {correction && !removal && (
          <p class="live-correction">
            <strong>更正</strong> <span>{minutes(correction.at)}</span> {correction.note}
          </p>
        )}
      </article>
    </li>
  );
}

const ADDRESS = /(https?:\/\/[^\s\u4e00-\u9fa5，。！？；：、（）《》“”]+)/;
const BEGINNING = /^(?:#([^#\s]+)#)?\s*(【[^】]+】)?/;

/** An update begins with its hashtag and what it is about; the page shows each in its own way. */
function readText(text: string) {
  const [beginning = '', hashtag = null, label = null] = BEGINNING.exec(text) ?? [];
  return { hashtag, label, words: text.slice(beginning.length) };
}

interface WordsProps {
  readonly label: string | null;
  readonly words: string;
  readonly images: readonly RoomImage[];
}

function Words({ label, words, images }: WordsProps) {
  return (
    <>
      <p class="live-text">
        {label && <strong>{label}</strong>}
        {words.split(ADDRESS).map((piece) =>
          ADDRESS.test(piece) ? (
            <a key={piece} href={piece} rel="noopener" data-leave={leavesGovernment(piece) ?? undefined}>
              {piece}
            </a>
          ) : (
            piece
          ),
        )}
      </p>
      {images.length > 0 && (
        <div class={`live-images count-${Math.min(images.length, 3)}`}>
          {images.map(({ url, alt, width, height }) => (
            <a key={url} href={url}>
              <img src={url} alt={alt} width={width} height={height} loading="lazy" />
            </a>
          ))}
        </div>
      )}
    </>
  );
}

/** `15:06`, in China. */
const minutes = (at: string): string => chinaIso(at).slice(11, 16);
