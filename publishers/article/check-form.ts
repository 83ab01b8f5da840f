import type { Content, Form } from '../content';
import { problem } from '../problems';
import type { Problem } from '../problems';
import { parseWebVtt } from './webvtt';

/** What each form must have besides. */
const BY_FORM: Readonly<Record<Form, (content: Content) => readonly Problem[]>> = {
  text: () => [],
  image: checkImages,
  video: checkVideo,
  interview: checkInterview,
};

export const checkForm = (content: Content): readonly Problem[] => BY_FORM[content.form](content);

const isBlank = (text: string): boolean => text.trim() === '';

function checkImages({ images }: Content): readonly Problem[] {
  if (images.length === 0) return [problem('content.images-missing', {}, 'images')];
  return images.flatMap(({ media, longDescription }, index) => [
    ...(isBlank(media.alt) ? [problem('content.alt-missing', { name: media.name }, `images.${index}.alt`)] : []),
    ...(isBlank(longDescription)
      ? [problem('content.long-description-missing', { number: index + 1 }, `images.${index}.longDescription`)]
      : []),
  ]);
}

function checkVideo({ video }: Content): readonly Problem[] {
  if (!video) return [problem('content.video-missing', {}, 'video')];
  return [
    ...checkCaptions(video.captions),
    ...(isBlank(video.transcript) ? [problem('content.transcript-missing', {}, 'video.transcript')] : []),
  ];
}

function checkCaptions(captions: string): readonly Problem[] {
  if (isBlank(captions)) return [problem('content.captions-missing', {}, 'video.captions')];
  // The first fault is enough: it often explains the others.
  return parseWebVtt(captions)
    .faults.slice(0, 1)
    .map(({ line, fault }) => problem('content.captions-invalid', { line, fault }, 'video.captions'));
}

function checkInterview({ interview }: Content): readonly Problem[] {
  if (!interview) return [problem('content.interview-missing', {}, 'interview')];
  const { people, turns } = interview;
  const known = new Set(people.map((person) => person.id));
  const has = (role: string): boolean => people.some((person) => person.role === role);
  return [
    ...(has('host') ? [] : [problem('content.host-missing', {}, 'interview.people')]),
    ...(has('guest') ? [] : [problem('content.guest-missing', {}, 'interview.people')]),
    ...(turns.length < 2 ? [problem('content.turns-too-few', { count: turns.length }, 'interview.turns')] : []),
    ...turns.flatMap((turn, index) => [
      ...(known.has(turn.speaker)
        ? []
        : [problem('content.speaker-unknown', { number: index + 1 }, `interview.turns.${index}.speaker`)]),
      ...(isBlank(turn.text)
        ? [problem('content.turn-empty', { number: index + 1 }, `interview.turns.${index}.text`)]
        : []),
    ]),
  ];
}
