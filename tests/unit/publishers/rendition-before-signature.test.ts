import { loadPublishers } from '../../../publishers/registry';
import { hashOf } from '../../../src/delivery/hash';
import { sampleVersion } from './article/sample-version';

test.each([...loadPublishers().values()].map((publisher) => [publisher.name, publisher] as const))(
  '%s: the rendition that the signer sees before signing has the hash of the one that goes out',
  (_name, publisher) => {
    const account = {
      name: publisher.name,
      publisher: publisher.name,
      title: '',
      siteUrl: 'https://policy.example',
      settings: {},
    };
    const seen = { ...sampleVersion(), signedAt: '2026-11-23T01:00:00.000Z' };
    const signed = { ...seen, signedAt: '2026-11-23T01:07:42.000Z' };
    expect(hashOf(publisher.render(signed, account, 'publish'))).toBe(
      hashOf(publisher.render(seen, account, 'publish')),
    );
  },
);
