import type { Mode, Publisher, Rendition, Version } from '../../publishers/contract';
import { checkContent } from '../../publishers/article/check';
import type { Content } from '../../publishers/content';
import type { Problem } from '../../publishers/problem';
import { checkPolicies } from './check-policies';
import type { ConnectedAccount } from '../delivery/context';
import { hashOf } from '../delivery/hash';
import type { MediaStore } from '../delivery/media-store';
import { Refusal } from '../delivery/refusal';
import type { Store } from '../delivery/store';
import type { StoredVersion } from '../delivery/store/versions';

/** The working draft of an explainer, read together with everything that would be signed. */
export interface Draft {
  readonly id: string;
  readonly revision: number;
  readonly content: Content;
}

export interface EditorialParts {
  readonly store: Store;
  readonly publishers: ReadonlyMap<string, Publisher>;
  readonly accounts: () => Promise<readonly ConnectedAccount[]>;
  readonly media: MediaStore;
  /** Null when there is no such explainer. */
  readonly draft: (id: string) => Promise<Draft | null>;
  /** Where the library keeps the bytes of a file that a draft refers to. */
  readonly source: (ref: Content['media'][number]) => Promise<string>;
  readonly now: () => Date;
}

export interface DraftRendition {
  readonly account: string;
  readonly title: string;
  readonly publisher: string;
  readonly rendition: Rendition;
  readonly hash: string;
  readonly problems: readonly Problem[];
}

/** What editors do with explainers: look at renditions, check, sign. */
export function createEditorial(parts: EditorialParts) {
  async function draft(id: string): Promise<Draft> {
    const found = await parts.draft(id);
    if (!found) throw new Refusal(404, 'explainer.unknown', '没有这篇解读。', { explainer: id });
    return found;
  }

  /** Everything that stops or worries sign-off, whatever the channel. */
  const check = (content: Content): readonly Problem[] => [
    ...checkContent(content),
    ...checkPolicies(content, parts.now()),
  ];

  /** What each account would receive if the draft were signed now, made by the code that will send it. */
  async function renditions(
    id: string,
    only: readonly string[] | null,
    mode: Mode = 'publish',
  ): Promise<readonly DraftRendition[]> {
    const { content } = await draft(id);
    const version = await provisional(id, content);
    const accounts = (await parts.accounts()).map((a) => a.account);
    for (const name of only ?? []) {
      if (!accounts.some((a) => a.name === name)) {
        throw new Refusal(422, 'account.unknown', `没有名为“${name}”的渠道账号。`, { account: name });
      }
    }
    return accounts
      .filter((account) => only?.includes(account.name) ?? true)
      .flatMap((account) => {
        const publisher = parts.publishers.get(account.publisher);
        if (!publisher) return [];
        const rendition = publisher.render(version, account, mode);
        return [
          {
            account: account.name,
            title: account.title,
            publisher: publisher.name,
            rendition,
            hash: hashOf(rendition),
            problems: publisher.check(rendition),
          },
        ];
      });
  }

  /**
   * The version that signing would make: the newest one when nothing changed since, otherwise the next. Its id follows
   * from explainer, number and hash, so that the rendition that the signer saw has the hash of the one that goes out.
   */
  async function provisional(explainer: string, content: Content): Promise<Version> {
    const versions = await parts.store.versionsOf(explainer);
    const hash = hashOf(content);
    const newest = versions.at(-1);
    if (newest?.hash === hash) return newest;
    const number = (newest?.number ?? 0) + 1;
    return {
      id: versionId(explainer, number, hash),
      explainer,
      number,
      signedAt: parts.now().toISOString(),
      hash,
      content,
    };
  }

  /**
   * Freezes the draft as a version. Signing the same content twice answers the same version.
   * @param revision what the signer looked at; null when the caller does not know
   */
  async function sign(id: string, revision: number | null, who: string): Promise<StoredVersion> {
    const { content, revision: current } = await draft(id);
    if (revision !== null && revision !== current) {
      throw new Refusal(
        409,
        'explainer.stale',
        '这篇解读刚被修改过，签发的不是您看到的内容。请刷新后重新查看再签发。',
        { revision: current },
      );
    }
    const problems = check(content);
    if (problems.some((p) => p.severity === 'error')) {
      throw new Refusal(422, 'explainer.problems', '这篇解读还有问题，不能签发。', { problems });
    }
    const version: StoredVersion = { ...(await provisional(id, content)), signedBy: who };
    const known = await parts.store.version(version.id);
    if (known) return known;
    for (const ref of filesOf(content)) await parts.media.keep(ref, await parts.source(ref));
    try {
      await parts.store.addVersion(version);
    } catch (error) {
      // Two signatures at the same moment: whoever came second finds the first one's version.
      const winner = await parts.store.version(version.id);
      if (winner) return winner;
      throw error;
    }
    await parts.store.audit(who, 'sign', version.id, { explainer: id, number: version.number, hash: version.hash });
    return version;
  }

  return { draft, check, renditions, sign };
}

export type Editorial = ReturnType<typeof createEditorial>;

const versionId = (explainer: string, number: number, hash: string): string =>
  hashOf({ explainer, number, hash }).slice('sha256:'.length, 'sha256:'.length + 26);

/** Every file of a content, each once. */
function filesOf(content: Content): readonly Content['media'][number][] {
  const all = [
    content.cover,
    ...content.images.map((image) => image.media),
    content.video?.media ?? null,
    content.video?.poster ?? null,
    content.interview?.recording ?? null,
    ...content.media,
  ].filter((ref) => ref !== null);
  return [...new Map(all.map((ref) => [ref.sha256, ref])).values()];
}
