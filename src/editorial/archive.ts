import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import type { MediaRef } from '../../publishers/content';
import type { Lifecycle } from '../../publishers/website/state/lifecycle';
import { Refusal } from '../delivery/refusal';
import { contentOf } from './content-of';
import { parseDocNumber } from './doc-number';
import type { Draft } from './editorial';
import type { ExplainerInput, ExplainerPatch, PolicyInput } from './inputs';
import { libraryFile, type Library, type LibraryFile } from './library';
import { codeOf, GENRES, VALIDITY } from './policy-words';
import { explainerRecord, policyRecord, POPULATE } from './record';

const FILES = 'plugin::upload.file';
const EXPLAINERS = 'api::explainer.explainer';
const POLICIES = 'api::policy.policy';

interface DocumentService {
  findOne(query: { documentId: string; populate: typeof POPULATE }): Promise<unknown>;
  create(query: { data: object }): Promise<unknown>;
  update(query: { documentId: string; data: object }): Promise<unknown>;
}

/** Of the upload plugin's service; the package exports no types for it. */
interface UploadService {
  upload(request: {
    data: { fileInfo: { name: string; alternativeText: string } };
    files: { filepath: string; originalFilename: string; mimetype: string; size: number };
  }): Promise<unknown>;
}

const stored = z.object({ documentId: z.string() });
const list = (words: readonly string[] | undefined) => words?.join('、');

/** Reads and writes what staff work on, through Strapi's document service. */
export function createArchive(strapi: Core.Strapi, library: Library, now: () => Date) {
  // Without generated types Strapi knows no fields of ours; what goes in is typed by inputs.ts, what comes out is parsed.
  const explainers = () => strapi.documents(EXPLAINERS) as unknown as DocumentService;

  async function filesByUrl(urls: readonly string[]): Promise<readonly LibraryFile[]> {
    const rows: unknown = await strapi.db.query(FILES).findMany({ where: { url: { $in: [...urls] } } });
    return z.array(libraryFile).parse(rows);
  }

  async function draft(id: string): Promise<Draft | null> {
    const row: unknown = await explainers().findOne({ documentId: id, populate: POPULATE });
    if (!row) return null;
    const record = explainerRecord.parse(row);
    const content = await contentOf(record, library, filesByUrl).catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
        throw new Refusal(422, 'media.gone', '这篇解读用到的图片或文件已不在媒体库里。请重新上传。', { explainer: id });
      }
      throw error;
    });
    return { id, revision: record.revision, content };
  }

  /** Titles by explainer id, for lists. */
  async function titles(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows: unknown = await strapi.db
      .query(EXPLAINERS)
      .findMany({ where: { documentId: { $in: [...new Set(ids)] } }, select: ['documentId', 'title'] });
    return new Map(
      z
        .array(z.object({ documentId: z.string(), title: z.string() }))
        .parse(rows)
        .map((r) => [r.documentId, r.title]),
    );
  }

  async function createPolicy(input: PolicyInput): Promise<string> {
    const number = input.docNumber === undefined ? null : parseDocNumber(input.docNumber, now().getUTCFullYear());
    if (input.docNumber !== undefined && !number) {
      throw new Refusal(
        422,
        'policy.doc-number',
        '发文字号写法不对：请按“国办发〔2025〕27号”或“国务院令第711号”的写法填写。',
        {
          field: 'docNumber',
          value: input.docNumber,
        },
      );
    }
    const row: unknown = await strapi.documents(POLICIES).create({
      data: {
        ...input,
        issuers: list(input.issuers),
        genre: input.genre && codeOf(GENRES, input.genre),
        validity: codeOf(VALIDITY, input.validity),
        docNumber: number?.text,
      },
    });
    return stored.parse(row).documentId;
  }

  /** How policies stand, as staff keep it, by id. @param since only those saved after this moment; null = all */
  async function lifecycles(since: Date | null): Promise<ReadonlyMap<string, Lifecycle>> {
    const rows: unknown = await strapi.db.query(POLICIES).findMany({
      ...(since && { where: { updatedAt: { $gt: since } } }),
      select: ['documentId', 'validity', 'effectiveOn', 'expiresOn'],
    });
    const shape = policyRecord.pick({ documentId: true, validity: true, effectiveOn: true, expiresOn: true });
    return new Map(
      z
        .array(shape)
        .parse(rows)
        .map(({ documentId, ...facts }) => [documentId, facts]),
    );
  }

  async function createExplainer(input: ExplainerInput): Promise<string> {
    const row: unknown = await explainers().create({
      data: { ...(await toData(input)), form: input.form, title: input.title, category: input.category },
    });
    return stored.parse(row).documentId;
  }

  /** @throws Refusal 409 when somebody saved since `revision` was read */
  async function updateExplainer(id: string, { revision, ...input }: ExplainerPatch): Promise<number> {
    const current = await draft(id);
    if (!current) throw new Refusal(404, 'explainer.unknown', '没有这篇解读。', { explainer: id });
    const { aspects, impact } = current.content;
    const data = {
      ...(await toData(input)),
      // Strapi replaces a component as a whole: what the patch does not name must stay.
      ...(input.aspects && { aspects: { ...aspects, ...input.aspects } }),
      ...(input.impact && { impact: { ...impact, ...input.impact } }),
      revision,
    };
    const row = await explainers().update({ documentId: id, data });
    return z.object({ revision: z.number() }).parse(row).revision;
  }

  /** The fields as Strapi stores them; refuses policies and media that do not exist. */
  async function toData(input: Partial<ExplainerInput>) {
    const { keywords, audiences, policies, cover, images, video, interview, ...plain } = input;
    if (policies) await mustExist(policies, 'policies');
    const media = [cover, ...(images?.map((i) => i.media) ?? []), video?.media, video?.poster, interview?.recording];
    await mustBeFiles(media.filter((id) => typeof id === 'string'));
    return {
      ...plain,
      ...(keywords && { keywords: list(keywords) }),
      ...(audiences && { audiences: list(audiences) }),
      ...(policies && { policies: { set: policies } }),
      ...(cover !== undefined && { cover: cover === null ? null : Number(cover) }),
      ...(images && { images: images.map((image) => ({ ...image, media: Number(image.media) })) }),
      ...(video !== undefined && {
        video: video && { ...video, media: Number(video.media), poster: video.poster ? Number(video.poster) : null },
      }),
      ...(interview !== undefined && {
        interview: interview && {
          people: interview.people.map(({ id, ...person }) => ({ key: id, ...person })),
          turns: interview.turns,
          recording: interview.recording ? Number(interview.recording) : null,
        },
      }),
    };
  }

  async function mustExist(ids: readonly string[], field: string): Promise<void> {
    const rows: unknown = await strapi.db
      .query(POLICIES)
      .findMany({ where: { documentId: { $in: [...ids] } }, select: ['documentId'] });
    const found = new Set(
      z
        .array(stored)
        .parse(rows)
        .map((row) => row.documentId),
    );
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length > 0) throw new Refusal(422, 'policy.unknown', '关联的政策文件不存在。', { field, missing });
  }

  async function mustBeFiles(ids: readonly string[]): Promise<void> {
    const numbers = ids.map(Number).filter(Number.isSafeInteger);
    const rows: unknown = await strapi.db.query(FILES).findMany({ where: { id: { $in: numbers } }, select: ['id'] });
    const found = new Set(
      z
        .array(z.object({ id: z.number() }))
        .parse(rows)
        .map((row) => String(row.id)),
    );
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length > 0) throw new Refusal(422, 'media.unknown', '引用的图片或文件不存在。', { missing });
  }

  /** Puts a file into the library. `path` is a temporary file of which the library takes a copy. */
  async function addFile(
    file: { path: string; name: string; mime: string; size: number },
    alt: string,
  ): Promise<LibraryFile> {
    const upload = strapi.plugin('upload').service('upload') as unknown as UploadService;
    const uploaded = await upload.upload({
      data: { fileInfo: { name: file.name, alternativeText: alt } },
      files: { filepath: file.path, originalFilename: file.name, mimetype: file.mime, size: file.size },
    });
    const [first] = z.array(libraryFile).parse(uploaded);
    if (!first) throw new Error('the media library answered nothing for an upload');
    return first;
  }

  /** A library file by its id; null when there is none. */
  async function mediaRef(id: string): Promise<MediaRef | null> {
    const row: unknown = await strapi.db.query(FILES).findOne({ where: { id: Number(id) } });
    return row ? library.ref(libraryFile.parse(row)) : null;
  }

  async function source(ref: MediaRef): Promise<string> {
    const row: unknown = await strapi.db.query(FILES).findOne({ where: { id: Number(ref.id) } });
    return library.path(libraryFile.parse(row));
  }

  return { draft, titles, lifecycles, createPolicy, createExplainer, updateExplainer, addFile, mediaRef, source };
}

export type Archive = ReturnType<typeof createArchive>;
