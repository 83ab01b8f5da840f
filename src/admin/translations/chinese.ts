import admin from './zh-Hans/admin.json';
import choices from './zh-Hans/choices.json';
import contentManager from './zh-Hans/content-manager.json';
import contentTypeBuilder from './zh-Hans/content-type-builder.json';
import email from './zh-Hans/email.json';
import i18n from './zh-Hans/i18n.json';
import unlisted from './zh-Hans/unlisted.json';
import upload from './zh-Hans/upload.json';
import wording from './zh-Hans/wording.json';

/**
 * What Strapi's own Simplified Chinese lacks, by message id; Strapi merges it last, so it wins. Complete on purpose:
 * each missing message is reported while the editing page draws, which makes typing sluggish.
 * `unlisted` holds messages that Strapi's code uses but its English list does not name; `wording` replaces shipped
 * sentences that shout, blame or speak of the tool instead of the newsroom; `choices` are the values of our own
 * enumerations, which Strapi looks up as they are. Labels of fields are not here: administrators may change them.
 */
export const chinese: Readonly<Record<string, string>> = {
  ...admin,
  ...contentManager,
  ...contentTypeBuilder,
  ...email,
  ...choices,
  ...i18n,
  ...upload,
  ...unlisted,
  ...wording,
};
