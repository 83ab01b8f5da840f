import type { Core } from '@strapi/strapi';
import { ACTIONS } from '../../newsroom/permissions';

interface PermissionService {
  actionProvider: { registerMany(actions: readonly object[]): Promise<unknown> };
}

export default {
  /**
   * Here and not in src/index.ts: the admin's own bootstrap runs in between and would take permissions whose actions
   * it does not know yet away from every role, at each start.
   */
  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    // Registered by the admin package; Strapi exports no type for it.
    const service = strapi.service('admin::permission') as unknown as PermissionService;
    await service.actionProvider.registerMany(
      ACTIONS.map(({ uid, displayName }) => ({
        section: 'settings',
        category: '明白',
        subCategory: '发布',
        uid,
        displayName,
      })),
    );
  },
};
