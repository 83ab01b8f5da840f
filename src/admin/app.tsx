import { CheckCircle, PaperPlane, Question } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import logo from './brand/logo.svg';
import { dismissAnnouncements } from './brand/dismiss-announcements';
import { nameThePage } from './brand/name-the-page';
import { themes } from './brand/themes';
import { nameChoices } from './lists/name-choices';
import { FeedbackPanel } from './panels/feedback-panel';
import { PlanningPanel } from './panels/planning-panel';
import { ReadersPanel } from './panels/readers-panel';
import { RenditionsPanel } from './panels/renditions-panel';
import { SigningPanel } from './panels/signing-panel';
import { hideMarketplace, hideOwnPublishing, setSidePanels } from './strapi';
import { chinese } from './translations/chinese';
import { newsroomWords } from './translations/newsroom-words';
import { arrangeWidgets } from './widgets/arrange-widgets';

const LANGUAGE_KEY = 'strapi-admin-language';
const READ = [{ action: 'api::publishing.read', subject: null }];

export default {
  config: {
    auth: { logo },
    menu: { logo },
    locales: ['zh-Hans'],
    translations: { 'zh-Hans': { ...chinese, ...newsroomWords }, en: newsroomWords },
    theme: themes,
    tutorials: false,
    notifications: { releases: false },
  },

  register(app: StrapiApp): void {
    app.addMenuLink({
      to: 'mingbai',
      icon: PaperPlane,
      intlLabel: { id: 'mingbai.board', defaultMessage: '发布看板' },
      permissions: READ,
      position: 1,
      Component: () => import('./pages/board/board-page'),
    });
    app.addMenuLink({
      to: 'mingbai-accounts',
      icon: CheckCircle,
      intlLabel: { id: 'mingbai.accounts', defaultMessage: '渠道账号' },
      permissions: READ,
      position: 2,
      Component: () => import('./pages/accounts/accounts-page'),
    });
    app.addMenuLink({
      to: 'mingbai-questions',
      icon: Question,
      intlLabel: { id: 'mingbai.questions', defaultMessage: '群众在问' },
      permissions: READ,
      position: 3,
      Component: () => import('./pages/questions/questions-page'),
    });
    hideMarketplace(app);
    arrangeWidgets(app);
  },

  bootstrap(app: StrapiApp): void {
    hideOwnPublishing(app);
    setSidePanels(app, [RenditionsPanel, SigningPanel, PlanningPanel, FeedbackPanel, ReadersPanel]);
    nameChoices(app, chinese);
    // Strapi starts in English and has no setting for it; a person's own choice stays.
    if (!localStorage.getItem(LANGUAGE_KEY)) localStorage.setItem(LANGUAGE_KEY, 'zh-Hans');
    dismissAnnouncements();
    nameThePage();
  },
};
