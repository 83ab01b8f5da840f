import { badInput } from './bad-input';
import { citizens } from './citizens';
import { closedDoors } from './closed-doors';
import { description } from './description';
import { createWorld, type World } from './product/world';
import { observation } from './observation';
import { publication } from './publication';
import { readers } from './readers';
import { sameRequestTwice } from './same-request-twice';
import { unpublishedFiles } from './unpublished-files';
import { validity } from './validity';

/** Starting the whole product costs more than all questions to it, so they share one. */
let world: World | null = null;
const here = (): World => {
  if (!world) throw new Error('the world is not there yet');
  return world;
};

beforeAll(async () => (world = await createWorld()), 300_000);
afterAll(() => world?.end());

publication(here);
readers(here);
citizens(here);
badInput(here);
sameRequestTwice(here);
validity(here);
unpublishedFiles(here);
closedDoors(here);
description(here);
observation(here);
