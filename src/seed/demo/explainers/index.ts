import type { DemoExplainer } from '../demo-explainer';
import { chargingText } from './charging-text';
import { estatesText } from './estates-text';
import { estatesVideo } from './estates-video';
import { flexibleInterview } from './flexible-interview';
import { flexibleText } from './flexible-text';
import { insuranceInterview } from './insurance-interview';
import { insuranceResidence } from './insurance-residence';
import { pensionDates } from './pension-dates';
import { pensionVideo } from './pension-video';
import { preschoolImage } from './preschool-image';
import { preschoolText } from './preschool-text';
import { rentalText } from './rental-text';
import { taxDeductionImage } from './tax-deduction-image';
import { tradeInImage } from './trade-in-image';
import { tradeInText } from './trade-in-text';

export const explainers: readonly DemoExplainer[] = [
  insuranceResidence,
  tradeInText,
  flexibleInterview,
  flexibleText,
  estatesVideo,
  estatesText,
  preschoolImage,
  preschoolText,
  pensionDates,
  taxDeductionImage,
  insuranceInterview,
  tradeInImage,
  pensionVideo,
  chargingText,
  rentalText,
];
