import type { DemoExplainer } from '../demo-explainer';
import { chargingText } from './charging-text';
import { estatesText } from './estates-text';
import { flexibleText } from './flexible-text';
import { insuranceResidence } from './insurance-residence';
import { pensionDates } from './pension-dates';
import { preschoolText } from './preschool-text';
import { rentalText } from './rental-text';
import { tradeInText } from './trade-in-text';

export const explainers: readonly DemoExplainer[] = [
  insuranceResidence,
  preschoolText,
  pensionDates,
  estatesText,
  flexibleText,
  tradeInText,
  chargingText,
  rentalText,
];
