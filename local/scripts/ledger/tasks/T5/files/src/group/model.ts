import type { Currency } from '../currency/currency.js';
import type { Cents } from '../money/cents.js';

/** A short name without spaces by which a member is known: `ana`. */
export type MemberId = string;

export interface Member {
  readonly id: MemberId;
  readonly name: string;
}

/** What one member takes on of an expense: a count of shares, or cents. */
export interface Part {
  readonly member: MemberId;
  readonly value: number;
}

/** How an expense is divided among members. */
export type Split =
  | { readonly kind: 'equal'; readonly members: readonly MemberId[] }
  | { readonly kind: 'shares'; readonly parts: readonly Part[] }
  | { readonly kind: 'exact'; readonly parts: readonly Part[] };

export interface Expense {
  readonly date: string;
  readonly description: string;
  readonly payer: MemberId;
  readonly amount: Cents;
  readonly currency: Currency;
  readonly split: Split;
}

/** People who share expenses; their balances are kept in the base currency. */
export interface Group {
  readonly name: string;
  readonly base: Currency;
  readonly rates: Readonly<Record<Currency, string>>;
  readonly members: readonly Member[];
  readonly expenses: readonly Expense[];
}
