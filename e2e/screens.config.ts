/** `npm run screens`: takes the pictures under docs/screens from the running product. */
import { defineConfig } from '@playwright/test';
import journeys from './playwright.config.ts';

export default defineConfig({ ...journeys, testMatch: 'screens*.ts' });
