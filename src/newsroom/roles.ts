import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { CONTENT, ROLES } from './permissions';

const role = z.object({ id: z.number() });

/** The parts of Strapi's admin services that are used here; the package exports no types for them. */
interface RoleService {
  findOne(where: { code: string }): Promise<unknown>;
  create(role: { name: string; code: string; description: string }): Promise<unknown>;
  assignPermissions(id: number, permissions: readonly Permission[]): Promise<unknown>;
}
interface ContentTypeService {
  getNestedFields(model: unknown, options: { components: unknown }): string[];
}
interface Permission {
  action: string;
  subject: string | null;
  properties: { fields?: string[] };
  conditions: string[];
}

/** Makes the roles of the newsroom, or brings their permissions up to date. @returns role ids by code */
export async function defineRoles(strapi: Core.Strapi): Promise<ReadonlyMap<string, number>> {
  // Strapi types its service registry as unknown functions; these two are what the admin package registers.
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const types = strapi.service('admin::content-type') as unknown as ContentTypeService;
  const ids = new Map<string, number>();

  for (const definition of ROLES) {
    const { code, name, description } = definition;
    const found = (await roles.findOne({ code })) ?? (await roles.create({ code, name, description }));
    const { id } = role.parse(found);
    const content = CONTENT.flatMap((subject) =>
      definition.content.map((deed) => ({
        action: `plugin::content-manager.explorer.${deed}`,
        subject,
        properties:
          deed === 'delete'
            ? {}
            : { fields: types.getNestedFields(strapi.contentTypes[subject], { components: strapi.components }) },
        conditions: [],
      })),
    );
    const others = definition.actions.map((action) => ({ action, subject: null, properties: {}, conditions: [] }));
    await roles.assignPermissions(id, [...content, ...others]);
    ids.set(code, id);
  }
  return ids;
}
