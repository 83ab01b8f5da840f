import type { Core } from '@strapi/strapi';
import { assemble, type Product } from './assembly';
import { registerAutomationRoutes } from './automation/routes';
import type { Publishing } from './delivery/assemble';
import { eachSecond } from './delivery/queue/each-second';
import { guardPolicies } from './editorial/guard-policies';
import { guardRevisions } from './editorial/guard-revisions';
import { importOnSave } from './editorial/import-on-save';
import { nameFilesUnguessably } from './editorial/unguessable-files';
import { watchPolicies } from './editorial/watch-policies';
import { createFirstUsers } from './newsroom/first-users';
import { labelContentTypes } from './newsroom/labels';
import { registerNewsroomRoutes } from './newsroom/routes';
import { defineRoles } from './newsroom/roles';
import { seedDemo } from './seed/seed-demo';
import { createLog } from './log';
import { logWarnings } from './log-warnings';
import { openFrontDoor, type FrontDoor } from './site/front-door';

let product: Product | null = null;
let door: FrontDoor | null = null;
let stopReleasing: (() => void) | null = null;

/** Routes are declared before the database exists; they are only called after it does. */
function running(): Product {
  if (!product) throw new Error('the product is not assembled yet');
  return product;
}

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    logWarnings(createLog(strapi.config.get<Publishing>('publishing').logLevel));
    nameFilesUnguessably(strapi);
    // Before the revisions are guarded, which locks a row.
    importOnSave(strapi, () => {
      const { archive, publishing } = running();
      return { hosts: publishing.pictureHosts, addFile: archive.addFile };
    });
    guardRevisions(strapi);
    guardPolicies(strapi, () => new Date());
    watchPolicies(strapi, () => product?.validity.changed());
    registerAutomationRoutes(strapi, running);
    registerNewsroomRoutes(strapi, running);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
    const publishing = strapi.config.get<Publishing>('publishing');
    const assembled = await assemble(strapi, publishing);
    product = assembled;
    const roles = await defineRoles(strapi);
    await labelContentTypes(strapi);
    await createFirstUsers(strapi, roles, publishing.paths.demoUsers, publishing.seed === 'demo');
    const opened = await openFrontDoor(assembled);
    door = opened;
    opened.attach(strapi.server.httpServer);
    if (publishing.seed === 'demo') {
      const isEmpty = async () => (await strapi.db.query('api::explainer.explainer').count()) === 0;
      await seedDemo(assembled, strapi.dirs.app.root, isEmpty);
    }
    await assembled.work();
    assembled.validity.start();
    // On its own, so that a slow release never delays a delivery.
    stopReleasing = eachSecond('live rooms', opened.release, assembled.log);
  },

  async destroy(): Promise<void> {
    stopReleasing?.();
    await door?.close();
    await product?.stop();
  },
};
