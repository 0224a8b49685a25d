// What tenants sell to their customers, what these owe and what they paid.
import type { Family } from './table-plan.js'
import {
  arrival,
  around,
  code,
  count,
  each,
  email,
  flag,
  hex,
  json,
  later,
  money,
  name,
  sentence,
  words,
} from './values.js'

const created_at = arrival
const CURRENCIES = { USD: 60, EUR: 30, GBP: 10 }
const STRIPE_EVENTS = { 'invoice.paid': 50, 'charge.failed': 10, 'checkout.session.completed': 40 }

export const billing: Family = {
  product_categories: {
    rows: 24,
    columns: { name: name('product'), slug: code('category-'), position: count(0, 24), created_at },
  },
  products: {
    rows: each(0.02),
    references: { tenant_id: 'tenants', category_id: 'product_categories' },
    columns: {
      name: name('product'),
      sku: code('SKU-'),
      kind: words({ hosting: 40, vps: 25, domain: 15, mail: 15, ssl: 5 }),
      status: words({ active: 70, draft: 10, archived: 20 }),
      description: sentence,
      created_at,
    },
  },
  prices: {
    rows: each(0.05),
    references: { product_id: 'products' },
    columns: {
      currency: words(CURRENCIES),
      period: words({ month: 60, year: 35, once: 5 }),
      amount: money(300),
      is_active: flag(0.6),
      created_at,
    },
  },
  tax_rates: {
    rows: 60,
    columns: { country: code('country-'), percent: money(25), created_at },
  },
  customers: {
    rows: each(0.05),
    references: { tenant_id: 'tenants' },
    columns: {
      email: email('customer'),
      name: name('person'),
      company: name('company', 0.4),
      stripe_customer_id: code('cus_'),
      status: words({ active: 90, closed: 10 }),
      created_at,
    },
  },
  customer_contacts: {
    rows: each(0.02),
    references: { customer_id: 'customers' },
    columns: { name: name('person'), email: email('contact'), phone: code('+1555'), created_at },
  },
  payment_methods: {
    rows: each(0.03),
    references: { customer_id: 'customers' },
    columns: {
      brand: words({ visa: 50, mastercard: 35, sepa: 15 }),
      last4: count(1000, 9999),
      expires_at: around(-100, 1200),
      created_at,
    },
  },
  subscriptions: {
    rows: each(0.1),
    references: {
      price_id: 'prices',
      product_id: 'products',
      tenant_id: 'tenants',
      customer_id: 'customers',
    },
    columns: {
      status: words({ active: 68, trialing: 4, past_due: 5, suspended: 5, cancelled: 18 }),
      stripe_subscription_id: code('sub_'),
      next_billing_at: around(-5, 40),
      cancelled_at: around(-400, 0, 0.82),
      created_at,
    },
  },
  subscription_items: {
    rows: each(0.05),
    references: { subscription_id: 'subscriptions', price_id: 'prices' },
    columns: { quantity: count(1, 5), amount: money(120), created_at },
  },
  invoices: {
    rows: each(0.2),
    references: {
      subscription_id: { to: 'subscriptions', nullShare: 0.02 },
      customer_id: 'customers',
      tenant_id: 'tenants',
    },
    columns: {
      number: code('INV-'),
      status: words({ paid: 86, open: 7, overdue: 4, void: 3 }),
      currency: words(CURRENCIES),
      total: money(400),
      due_at: later(30),
      paid_at: later(25, 0.14),
      created_at,
    },
  },
  invoice_items: {
    rows: each(0.3),
    references: {
      invoice_id: { to: 'invoices', draw: 'grouped' },
      subscription_id: { to: 'subscriptions', nullShare: 0.1 },
      product_id: { to: 'products', nullShare: 0.05 },
    },
    columns: { description: name('product'), quantity: count(1, 5), amount: money(150), created_at },
  },
  payments: {
    rows: each(0.17),
    references: {
      invoice_id: { to: 'invoices', draw: 'grouped' },
      customer_id: 'customers',
      tenant_id: 'tenants',
    },
    columns: {
      amount: money(400),
      status: words({ succeeded: 92, failed: 6, refunded: 2 }),
      stripe_payment_intent_id: code('pi_'),
      created_at,
    },
  },
  refunds: {
    rows: each(0.005),
    references: { payment_id: 'payments' },
    columns: { amount: money(100), reason: sentence, created_at },
  },
  credit_notes: {
    rows: each(0.004),
    references: { invoice_id: 'invoices', tenant_id: 'tenants' },
    columns: { number: code('CN-'), amount: money(100), created_at },
  },
  stripe_orders: {
    rows: each(0.04),
    references: { customer_id: 'customers', tenant_id: 'tenants', user_id: { to: 'users', nullShare: 0.3 } },
    columns: {
      stripe_session_id: code('cs_'),
      status: words({ complete: 80, expired: 15, open: 5 }),
      amount: money(400),
      line_items: json('items'),
      created_at,
    },
  },
  stripe_events: {
    rows: each(0.02),
    columns: {
      stripe_event_id: code('evt_'),
      kind: words(STRIPE_EVENTS),
      payload: json('event'),
      processed_at: later(1, 0.02),
      created_at,
    },
  },
  promo_codes: {
    rows: each(0.015),
    references: { tenant_id: 'tenants' },
    columns: {
      code: code('PROMO'),
      percent_off: count(5, 60),
      is_active: flag(0.5),
      expires_at: around(-300, 200),
      created_at,
    },
  },
  promo_code_usage: {
    rows: each(0.03),
    references: { subscription_id: 'subscriptions', tenant_id: 'tenants', promo_code_id: 'promo_codes' },
    columns: { discount: money(60), token: hex(16), created_at },
  },
}
