import type { Cents } from './cents.js';

/** Puts a space between groups of three digits, from the right. */
export function groupDigits(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ' ');
}

/** Writes cents as an amount with two decimals: `-1 204.50`. */
export function formatAmount(cents: Cents): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const sign = cents < 0 ? '-' : '';
  return `${sign}${groupDigits(digits.slice(0, -2))}.${digits.slice(-2)}`;
}

/** Writes an amount with its currency: `1 204.50 EUR`. */
export function formatMoney(cents: Cents, currency: string): string {
  return `${formatAmount(cents)} ${currency}`;
}
