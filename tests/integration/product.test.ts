import { createWorld, type World } from './product/world';
import { publication } from './publication';

/** Starting the whole product costs more than all questions to it, so they share one. */
let world: World;
const here = (): World => world;

beforeAll(async () => (world = await createWorld()), 300_000);
afterAll(() => world.end());

publication(here);
