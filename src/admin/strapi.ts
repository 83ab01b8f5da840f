/**
 * The parts of Strapi's admin that may change between releases, in one place.
 */
import { useForm, type StrapiApp } from '@strapi/strapi/admin';
import type { ContentManagerPlugin, PanelComponent, PanelComponentProps } from '@strapi/content-manager/strapi-admin';

export type { PanelComponent, PanelComponentProps };

type ContentManagerApis = ContentManagerPlugin['config']['apis'];

/** Explainers are published by deliveries only, so none of Strapi's own ways to publish may be offered. */
const OWN_PUBLISHING: readonly (string | undefined)[] = ['publish', 'unpublish', 'discard'];

const contentManager = (app: Pick<StrapiApp, 'getPlugin'>): ContentManagerApis =>
  // `getPlugin` knows plugins in general; the content manager always is one of Strapi's own.
  app.getPlugin('content-manager').apis as ContentManagerApis;

/** Takes Strapi's publish, unpublish and discard out of the editor and the lists. The server refuses them as well. */
export function hideOwnPublishing(app: Pick<StrapiApp, 'getPlugin'>): void {
  const apis = contentManager(app);
  apis.addDocumentAction((actions) => actions.filter((action) => !OWN_PUBLISHING.includes(action.type)));
  apis.addBulkAction((actions) => actions.filter((action) => !OWN_PUBLISHING.includes(action.type)));
}

/**
 * Puts panels beside the form of an entry, under the one that saves it. Strapi's other panels preview, release and
 * review what it would publish itself, which is nothing here.
 */
export function setSidePanels(app: Pick<StrapiApp, 'getPlugin'>, panels: readonly PanelComponent[]): void {
  contentManager(app).addEditViewSidePanel((present) => [
    ...present.filter(({ type }) => type === 'actions'),
    ...panels,
  ]);
}

/** Takes away the link to a shop for plugins in which nothing can be bought from inside an office network. */
export function hideMarketplace(app: Pick<StrapiApp, 'addRBACMiddleware'>): void {
  app.addRBACMiddleware(
    () => (next) => (permissions) => next(permissions.filter(({ action }) => action !== 'admin::marketplace.read')),
  );
}

/** Whether the form beside the panels holds changes that are not saved. False outside a form. */
export function useUnsavedChanges(): boolean {
  return useForm('Mingbai', (form) => form.modified, false) ?? false;
}
