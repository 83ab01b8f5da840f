import type { GovernmentOrganization } from 'schema-dts';
import type { Frame } from '../frame';

/** The body that runs the site and stands for what is on it. */
export const organisation = ({ site, siteUrl }: Frame) =>
  ({
    '@type': 'GovernmentOrganization',
    '@id': `${siteUrl}/#organisation`,
    name: site.organiser,
    url: `${siteUrl}/`,
  }) satisfies GovernmentOrganization;
