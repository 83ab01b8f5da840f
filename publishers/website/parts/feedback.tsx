import type { SiteIdentity } from '../settings';
import { Contact } from './contact';

/** Where the answers to 有没有帮助 go; the only address on the pages that needs the product running. */
export const feedbackPath = (explainer: string): string => `/feedback/${explainer}`;

/** Characters of a sentence. */
export const LONGEST_SENTENCE = 200;

/** One tap says whether the page helped; who wants to may add a sentence. A plain form, and nobody is asked who he is. */
export function Feedback({ explainer, site }: { readonly explainer: string; readonly site: SiteIdentity }) {
  return (
    <section class="feedback" aria-labelledby="feedback-title" data-feedback>
      <h2 id="feedback-title">这篇解读对您有帮助吗</h2>
      <form method="post" action={feedbackPath(explainer)}>
        <button type="submit" name="helpful" value="yes">
          有帮助
        </button>
        <button type="submit" name="helpful" value="no">
          没帮助
        </button>
      </form>
      <p class="feedback-note">
        不记名，也不回复。需要答复，请联系
        <Contact text={site.contact} />。
      </p>
      <div role="status" data-feedback-answer />
    </section>
  );
}

/** The sentence that may follow an answer. */
export function SentenceForm({ explainer, helpful }: { readonly explainer: string; readonly helpful: 'yes' | 'no' }) {
  return (
    <form class="sentence" method="post" action={feedbackPath(explainer)}>
      <input type="hidden" name="helpful" value={helpful} />
      <label for="sentence">{helpful === 'yes' ? '哪一处最有用，想说一句吗' : '哪里没看明白，还想知道什么'}</label>
      <textarea id="sentence" name="sentence" rows={3} maxLength={LONGEST_SENTENCE} required />
      <p class="feedback-note">请不要写姓名、电话和证件号码。</p>
      <button type="submit">提交</button>
    </form>
  );
}
