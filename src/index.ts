import type { Core } from '@strapi/strapi';
import { assemble, type Product, type Publishing } from './assembly';
import { registerAutomationRoutes } from './automation/routes';
import { startEmbeddedQueue, type Queue } from './delivery/queue/embedded';
import { watchHealth } from './delivery/health';
import { guardPolicies } from './editorial/guard-policies';
import { guardRevisions } from './editorial/guard-revisions';
import { nameFilesUnguessably } from './editorial/unguessable-files';
import { createFirstUsers } from './newsroom/first-users';
import { labelContentTypes } from './newsroom/labels';
import { registerNewsroomRoutes } from './newsroom/routes';
import { defineRoles } from './newsroom/roles';
import { seedDemo } from './seed/seed-demo';
import { openFrontDoor, type FrontDoor } from './site/front-door';

let product: Product | null = null;
let door: FrontDoor | null = null;
let queue: Queue | null = null;
let stopHealth: (() => void) | null = null;

/** Routes are declared before the database exists; they are only called after it does. */
function running(): Product {
  if (!product) throw new Error('the product is not assembled yet');
  return product;
}

export default {
  register({ strapi }: { strapi: Core.Strapi }): void {
    nameFilesUnguessably(strapi);
    guardRevisions(strapi);
    guardPolicies(strapi, () => new Date());
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
    queue = startEmbeddedQueue(assembled.engine, opened.release, assembled.log);
    stopHealth = watchHealth(assembled.parts);
  },

  async destroy(): Promise<void> {
    stopHealth?.();
    queue?.stop();
    await product?.engine.stop(10_000);
    door?.events.close();
    product?.stopClock();
  },
};
