import type { DemoExplainer } from './demo-explainer';

type Video = NonNullable<DemoExplainer['video']>;

/** The slides of a video, as drawn by scripts/make-demo-media.mjs: each shown equally long, captions halving its time. */
export interface SlideSet {
  readonly secondsPerSlide: number;
  readonly slides: readonly {
    readonly chapter?: string;
    readonly title: string;
    readonly captions: readonly string[];
  }[];
}

const timestamp = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 23);

/** Captions, chapters and transcript of a video, from the same slides as its pictures, so that they cannot differ. */
export function narration(set: SlideSet): Pick<Video, 'captions' | 'chapters' | 'transcript'> {
  const timed = set.slides.map((slide, index) => ({ ...slide, start: index * set.secondsPerSlide }));
  const cues = timed.flatMap(({ captions, start }) => {
    const share = set.secondsPerSlide / captions.length;
    return captions.map((caption, index) => {
      const from = start + index * share;
      return `${timestamp(from + 0.2)} --> ${timestamp(from + share - 0.1)}\n${caption}`;
    });
  });
  return {
    captions: `WEBVTT\n\n${cues.join('\n\n')}\n`,
    chapters: timed.flatMap(({ chapter, start }) => (chapter === undefined ? [] : [{ at: start, title: chapter }])),
    transcript: set.slides.map((slide) => `${slide.title}。${slide.captions.join('')}`).join('\n\n'),
  };
}
