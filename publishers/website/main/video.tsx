import type { Article } from '../../article/article';
import { clock } from '../china-time';
import { captionFile } from './captions';
import { placeholder } from './placeholder';
import { timedTranscript } from './timed-transcript';

/** Player, chapters under it, transcript beside it. Chapter links carry the second, so they work without a script too. */
export function Video({ article }: { readonly article: Article }) {
  const { video } = article;
  if (article.form !== 'video' || !video) return null;
  const captions = captionFile(video);
  return (
    <section class="video" aria-label="视频" data-video>
      <div class="video-stage">
        <video
          controls
          playsInline
          preload="metadata"
          poster={video.poster ? placeholder(video.poster) : undefined}
          width={video.media.width ?? undefined}
          height={video.media.height ?? undefined}
        >
          <source src={placeholder(video.media)} type={video.media.mime} />
          {captions && <track kind="captions" src={placeholder(captions)} srclang="zh-Hans" label="中文字幕" default />}
          <a href={placeholder(video.media)}>下载视频</a>
        </video>
        {video.chapters.length > 0 && (
          <nav class="video-chapters" aria-label="视频章节">
            <ol>
              {video.chapters.map((chapter) => (
                <li key={chapter.at}>
                  <a href={`${placeholder(video.media)}#t=${chapter.at}`} data-seek={chapter.at}>
                    <span class="clock">{clock(chapter.at)}</span> {chapter.title}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        )}
      </div>
      {video.transcript.trim() !== '' && (
        <section class="transcript" aria-labelledby="transcript-title">
          <h2 id="transcript-title">文字稿</h2>
          <div class="transcript-text" tabIndex={0} data-transcript>
            {timedTranscript(video.transcript, video.captions).map((pieces, index) => (
              <p key={index}>
                {pieces.map((piece) =>
                  piece.from === null ? piece.text : <span data-at={piece.from}>{piece.text}</span>,
                )}
              </p>
            ))}
          </div>
        </section>
      )}
    </section>
  );
}
