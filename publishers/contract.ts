/**
 * The contract between the delivery engine and a channel. Read this file first.
 *
 * A publisher turns one signed version into exactly what one account will receive (the rendition), and brings it out.
 * It is pure TypeScript: it imports neither Strapi nor a database, it never retries, sleeps, loops or stores. Whoever
 * calls it owns time, storage and courage; the publisher owns the rules of its platform.
 */
import type { Content, MediaRef } from './content';
import type { Problem } from './problems';

export type { Content, MediaRef } from './content';
export type { Problem } from './problems';

/** Anything that survives JSON unchanged: what renditions, progress and answers are made of. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined };

/** An instant as ISO 8601 in UTC with milliseconds, `2026-11-23T01:00:00.000Z`. */
export type Instant = string;

/** An immutable, signed snapshot of an explainer. Only versions are published. */
export interface Version {
  readonly id: string;
  /** Stable id of the explainer; part of public addresses. */
  readonly explainer: string;
  /** 1 for the first signed version of an explainer, then 2, 3 … */
  readonly number: number;
  /** For the record. It must not shape a rendition: the signer sees the rendition before there is a signature. */
  readonly signedAt: Instant;
  /** `sha256:` + hex over the canonical JSON of `content`. */
  readonly hash: string;
  readonly content: Content;
}

/** `publish` = appears on the account's page; `mass` = also pushed to followers, where the platform knows that. */
export type Mode = 'publish' | 'mass';

/** One place to publish. Nothing in here is secret, and everything in here may shape the rendition. */
export interface Account {
  /** Unique and stable, e.g. `wechat`. */
  readonly name: string;
  /** Key in the registry: `website`, `wechat`, `weibo`, `micro-broadcast`. */
  readonly publisher: string;
  /** What staff call it, zh-Hans. */
  readonly title: string;
  /** Public address of the website without a trailing slash; other channels link to it. */
  readonly siteUrl: string;
  /** Publisher-specific and not secret (theme, bound domain, site name …); each publisher parses it by its own schema. */
  readonly settings: Json;
}

/** A figure that staff watch while they write: characters against a limit. */
export interface Counter {
  readonly label: string;
  readonly value: number;
  readonly limit: number;
}

/**
 * Exactly what one account will receive for one version: a pure function of both. `payload` is the publisher's own
 * shape and contains no clock, no machine path and no secret, so that equal input gives equal bytes.
 */
export interface Rendition<P = Json> {
  readonly publisher: string;
  readonly account: string;
  readonly version: string;
  readonly mode: Mode;
  readonly title: string;
  readonly payload: P;
  /** Every file that `prepare` will need, each once. */
  readonly media: readonly MediaRef[];
  readonly counters: readonly Counter[];
  /** Where on the website this version is read; other channels link to it. */
  readonly canonicalUrl: string;
}

/** What the platform says exists. */
export interface Receipt {
  readonly id: string;
  /** Public address; null only where the platform gives none. */
  readonly url: string | null;
  readonly at: Instant;
}

/** What one call of `prepare` achieved. The engine stores `done` before it calls again. */
export type Preparation<R = Json> =
  | { readonly state: 'progress'; readonly done: Json }
  /** The platform is still busy (transcoding, quota window); no attempt is used up. */
  | { readonly state: 'wait'; readonly done: Json; readonly askAgainAfter: number }
  | { readonly state: 'ready'; readonly prepared: R }
  /** Transient: nothing happened, trying again later makes sense. */
  | { readonly state: 'later'; readonly problem: Problem; readonly askAgainAfter: number }
  /** Certain: this will not work without a person. */
  | { readonly state: 'rejected'; readonly problem: Problem };

/** What `commit` and `confirm` answer. Seconds in `askAgainAfter`. */
export type Outcome =
  | { readonly state: 'published'; readonly receipt: Receipt }
  /** Accepted, result not known yet. `answer` is kept and handed to `confirm`; `meanwhile`: what a person can do. */
  | {
      readonly state: 'pending';
      readonly answer: Json;
      readonly askAgainAfter: number;
      readonly meanwhile?: Problem;
    }
  /** Certain: nothing is public. `askAgainAfter` (seconds): where the platform said when trying again makes sense. */
  | { readonly state: 'rejected'; readonly problem: Problem; readonly askAgainAfter?: number }
  /** May be public. Never sent again by itself. */
  | { readonly state: 'uncertain'; readonly problem: Problem };

/**
 * Only from `confirm`: certain that `commit` was not carried out, so it may run again. `begun`: it broke off half-way
 * and readers can see a part of it, so it must run again, however late it has become.
 */
export type Confirmation = Outcome | { readonly state: 'absent'; readonly begun?: boolean };

/** How something is taken back: what readers find where it stood. */
export type Removal =
  /** A note with title and reason. */
  | { readonly kind: 'withdrawn' }
  /** The way to another explainer. */
  | { readonly kind: 'moved'; readonly to: string }
  /** Nothing that names it: neither title nor reason. */
  | { readonly kind: 'gone' };

/** Everything that was known before `commit`, plus its answer where there was one. Enough to recover from a crash. */
export interface Pending<R = Json> {
  /** Id of the delivery: unique for ever, so it serves as marker and idempotency key. */
  readonly delivery: string;
  readonly prepared: R;
  /** When the intent was stored, just before `commit`. */
  readonly intentAt: Instant;
  /** `answer` of the last `pending` outcome; null when the process died or `commit` threw. */
  readonly answer: Json | null;
}

/** What the public sees of something published, compared with the rendition that was signed. */
export type ReadBack =
  | { readonly state: 'same' }
  /** It is there, but its title, pictures or link are not those of the rendition. */
  | { readonly state: 'different'; readonly problem: Problem }
  /** Certain: the public sees it no more. */
  | { readonly state: 'gone'; readonly problem: Problem }
  /** Could not be read this time; says nothing. */
  | { readonly state: 'unknown' };

/** How often an account may publish. Counted per account by the engine, over all processes. */
export interface Quota {
  /** Unique within the account, e.g. `mass-per-day`. */
  readonly name: string;
  /** zh-Hans, completes “超过了…”: 每天 1 次群发. */
  readonly title: string;
  /** Only deliveries of this mode count; null = all. */
  readonly mode: Mode | null;
  readonly limit: number;
  /** `minute` and `hour` are sliding windows; `day` and `month` are the calendar's in China. */
  readonly window: 'minute' | 'hour' | 'day' | 'month';
}

/** One thing that an account may or may not do by its platform's interface. */
export interface Capability {
  readonly name: 'draft' | Mode | 'comments' | 'statistics';
  /** zh-Hans: 发布接口, 群发 … */
  readonly title: string;
  /** null = the platform did not say. */
  readonly may: boolean | null;
}

/** Calls of one kind that the platform still allows today, as it says itself. */
export interface CallsLeft {
  /** zh-Hans. */
  readonly title: string;
  readonly limit: number;
  readonly remain: number;
}

/** What an account may do, found by asking its platform. */
export interface Profile {
  readonly capabilities: readonly Capability[];
  readonly calls: readonly CallsLeft[];
}

/** What a public page at an address that a person gave turns out to be. */
export type Inspection =
  /** `url`: the address as it is kept. */
  | { readonly state: 'same'; readonly url: string }
  | { readonly state: 'different'; readonly problem: Problem }
  /** It could not be read: only a person can tell. */
  | { readonly state: 'unreadable'; readonly problem: Problem };

/** What became of a trial: something that only the account's administrators see. */
export type Trial =
  | { readonly state: 'made'; readonly id: string; readonly title: string }
  | { readonly state: 'failed'; readonly problem: Problem };

export interface Verdict {
  readonly healthy: boolean;
  readonly problem: Problem | null;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** At most one of json, form, multipart. */
  readonly json?: Json;
  readonly form?: Readonly<Record<string, string>>;
  readonly multipart?: readonly MultipartPart[];
  /** Milliseconds; default 15,000. */
  readonly timeout?: number;
  /** Longest answer that is read, bytes; default 2 MB. */
  readonly longest?: number;
}

export type MultipartPart =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly bytes: Uint8Array; readonly filename: string; readonly mime: string };

export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** At most `longest` of the request; a longer answer is a thrown HttpFailure. */
  readonly text: string;
}

/**
 * Thrown by `Io.http` when there is no usable answer. `sent: false` means that no byte reached the platform (name
 * not found, connection refused, TLS): the call certainly had no effect. Otherwise the effect is unknown.
 */
export class HttpFailure extends Error {
  override readonly name = 'HttpFailure';
  constructor(
    message: string,
    readonly sent: boolean,
    readonly code: string,
  ) {
    super(message);
  }
}

/** Values shared by all processes: access tokens, addresses of uploaded pictures. Never the truth, only a saving. */
export interface SharedCache {
  get(key: string): Promise<string | null>;
  /** @param secondsToLive rounded down; 0 or less stores nothing */
  set(key: string, value: string, secondsToLive: number): Promise<void>;
  delete(key: string): Promise<void>;
}

/** What a publisher is given to act with. */
export interface Io {
  /** One request, no retry, no redirect. Answers of any HTTP status are returned, not thrown. Recorded and redacted. */
  http(request: HttpRequest): Promise<HttpResponse>;
  /** How to reach the place: base address, directories, credentials. Never rendered, logged or recorded. */
  readonly connection: Readonly<Record<string, string>>;
  /** The bytes of a media file as signed. Throws when the file is gone or its hash differs. */
  media(ref: MediaRef): Promise<Uint8Array>;
  readonly cache: SharedCache;
  /**
   * Runs `work` while nobody else, in this process or another, holds `key`. A process that stood still for too long
   * has lost it to another: whatever cannot be taken back asks `stillHeld` immediately before.
   */
  exclusive<T>(key: string, work: (stillHeld: StillHeld) => Promise<T>): Promise<T>;
  now(): Date;
  log(level: 'debug' | 'info' | 'warn' | 'error', message: string, facts?: Readonly<Record<string, Json>>): void;
}

/** Whether a lock is still one's own. Once false, always false. */
export type StillHeld = () => boolean;

/** One channel. The type parameters are its own shapes; the registry sees them as Json, parsed at the border. */
export interface Publisher<P = Json, R = Json> {
  readonly name: string;
  /** zh-Hans, e.g. 微信公众号. */
  readonly title: string;
  /** How long before the due time `prepare` may start, seconds. Nothing that `prepare` does can be seen by a reader. */
  readonly prepareAhead: number;
  /** Makes the rendition. No I/O, no clock: same input, same bytes. Must not throw for any content; `check` complains. */
  render(version: Version, account: Account, mode: Mode): Rendition<P>;
  /** Lists problems. The same function while writing, signing and sending. */
  check(rendition: Rendition<P>): readonly Problem[];
  /** A complete HTML document as readers would see it, for a phone frame. `mediaUrl` gives the address of a file. */
  preview(rendition: Rendition<P>, mediaUrl: (ref: MediaRef) => string): string;
  /** How often this account may publish; empty = as often as one likes. Pure. */
  quotas(account: Account): readonly Quota[];
  /** Credentials, quota, reachability. Read-only. */
  verify(account: Account, io: Io): Promise<Verdict>;
  /** One sub-step of uploads and hidden drafts. `done` is null at first, then what the last call returned. Repeatable. */
  prepare(rendition: Rendition<P>, done: Json | null, io: Io, delivery: string): Promise<Preparation<R>>;
  /** The one irreversible call. Anything thrown means uncertain. */
  commit(prepared: R, io: Io, delivery: string): Promise<Outcome>;
  /** Asks what happened. Read-only, repeatable. Also used after publication to see whether it is still there. */
  confirm(pending: Pending<R>, io: Io): Promise<Confirmation>;
  /** Fetches what the public sees and compares it with what was signed. Read-only, repeatable. */
  readBack(receipt: Receipt, rendition: Rendition<P>, io: Io): Promise<ReadBack>;
  /**
   * Takes it back. Its presence is the capability. `removal` shapes what readers find there; a channel that only deletes
   * leaves it out. Default: `withdrawn`.
   */
  withdraw?(receipt: Receipt, reason: string, io: Io, removal?: Removal): Promise<Outcome>;
  /** Whether it can lead readers from what it took back to another explainer: `removal.kind` may be `moved`. */
  readonly leadsOn?: boolean;
  /**
   * Asks the platform what the account may do, with its credentials as they are now: nothing cached counts. Read-only.
   * Absent where every account may do everything.
   */
  profile?(account: Account, io: Io): Promise<Profile | Problem>;
  /** Reads the page at an address that a person gave, from the platform's public host only, and compares it. Read-only. */
  inspect?(address: string, rendition: Rendition<P>, io: Io, delivery: string): Promise<Inspection>;
  /** Shows that the account works from end to end, and cleans up; no reader sees anything of it. */
  trial?: {
    readonly make: (account: Account, io: Io) => Promise<Trial>;
    /** @param id of a trial that `make` made. Gone already counts as removed. @returns why not; null when it is gone */
    readonly remove: (id: string, io: Io) => Promise<Problem | null>;
    /** Sends it to one person's phone, by his name on the platform. @returns why not; null when it was sent */
    readonly show: (id: string, to: string, io: Io) => Promise<Problem | null>;
  };
}
