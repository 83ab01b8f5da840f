import admin from './zh-Hans/admin.json';
import contentManager from './zh-Hans/content-manager.json';
import contentTypeBuilder from './zh-Hans/content-type-builder.json';
import email from './zh-Hans/email.json';
import fields from './zh-Hans/fields.json';
import i18n from './zh-Hans/i18n.json';
import unlisted from './zh-Hans/unlisted.json';
import upload from './zh-Hans/upload.json';
import wording from './zh-Hans/wording.json';

/**
 * What Strapi's own Simplified Chinese lacks, by message id; Strapi merges it last, so it wins. Complete on purpose:
 * each missing message is reported while the editing page draws, which makes typing sluggish.
 * `unlisted` holds messages that Strapi's code uses but its English list does not name; `wording` replaces shipped
 * sentences that shout, blame or speak of the tool instead of the newsroom. `fields` names our own fields and choices,
 * which Strapi looks up by content type and by value.
 */
export const chinese: Readonly<Record<string, string>> = {
  ...admin,
  ...contentManager,
  ...contentTypeBuilder,
  ...email,
  ...fields,
  ...i18n,
  ...upload,
  ...unlisted,
  ...wording,
};
