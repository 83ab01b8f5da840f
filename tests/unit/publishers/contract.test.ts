import { loadPublishers } from '../../../publishers/registry';
import { describePublisher, type Implementation } from '../../contract/describe-publisher';
import { directoryPlace } from '../../contract/directory-place';
import { sandboxPlace } from '../../contract/sandbox-place';

/** The site can always tell whether something is on it; a platform shows too little to prove that something is not. */
const HOW: Readonly<Record<string, Omit<Implementation, 'publisher'>>> = {
  website: { open: (files) => directoryPlace('website', 'explainers', files), certain: true, remote: false },
  'micro-broadcast': {
    open: (files) => directoryPlace('micro-broadcast', 'live', files),
    certain: true,
    remote: false,
  },
  wechat: { open: (files) => sandboxPlace('wechat', files), certain: false, remote: true },
  weibo: { open: (files) => sandboxPlace('weibo', files), certain: false, remote: true },
};

it('every registered publisher is held to the contract', () => {
  expect([...loadPublishers().keys()].sort()).toEqual(Object.keys(HOW).sort());
});

for (const [name, publisher] of loadPublishers()) {
  const how = HOW[name];
  if (how) describePublisher({ publisher, ...how });
}
