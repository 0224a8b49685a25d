// What is written to customers and what they write back: mail, SMS, tickets, knowledge base, surveys, referrals.
import type { Family } from './table-plan.js'
import {
  arrival,
  around,
  code,
  count,
  each,
  email,
  flag,
  hostname,
  json,
  later,
  money,
  name,
  sentence,
  words,
} from './values.js'

const created_at = arrival

export const communication: Family = {
  email_templates: {
    rows: each(0.01),
    references: { tenant_id: 'tenants' },
    columns: { name: name('article'), subject: name('article'), body: sentence, created_at },
  },
  email_campaigns: {
    rows: each(0.01),
    references: { tenant_id: 'tenants', template_id: { to: 'email_templates', nullShare: 0.2 } },
    columns: {
      name: name('article'),
      status: words({ sent: 80, draft: 20 }),
      sent_at: later(20, 0.2),
      created_at,
    },
  },
  email_messages: {
    rows: each(0.05),
    references: { campaign_id: 'email_campaigns', tenant_id: 'tenants', customer_id: 'customers' },
    columns: { recipient: email('customer'), status: words({ delivered: 95, bounced: 5 }), created_at },
  },
  email_analytics: {
    rows: each(0.1),
    references: { email_id: 'email_messages', tenant_id: 'tenants' },
    columns: { event: words({ open: 70, click: 25, unsubscribe: 5 }), created_at },
  },
  sms_templates: {
    rows: each(0.01),
    references: { tenant_id: 'tenants' },
    columns: { name: name('article'), body: sentence, created_at },
  },
  sms_queue: {
    rows: each(0.03),
    references: { tenant_id: 'tenants', template_id: { to: 'sms_templates', nullShare: 0.2 } },
    columns: {
      recipient: code('+1555'),
      status: words({ sent: 96, failed: 2, queued: 2 }),
      scheduled_at: around(-60, 1),
      created_at,
    },
  },
  notifications: {
    rows: each(0.03),
    references: { user_id: 'users' },
    columns: { title: name('article'), body: sentence, is_read: flag(0.85), created_at },
  },
  announcements: {
    rows: 200,
    references: { tenant_id: 'tenants' },
    columns: { title: name('article'), body: sentence, created_at },
  },
  tickets: {
    rows: each(0.04),
    references: {
      customer_id: 'customers',
      tenant_id: 'tenants',
      assignee_id: { to: 'users', nullShare: 0.2 },
    },
    columns: {
      subject: name('article'),
      status: words({ closed: 85, open: 10, waiting: 5 }),
      priority: words({ low: 30, normal: 60, urgent: 10 }),
      created_at,
    },
  },
  ticket_messages: {
    rows: each(0.06),
    references: { ticket_id: 'tickets', user_id: { to: 'users', nullShare: 0.5 } },
    columns: { body: sentence, created_at },
  },
  knowledge_base_categories: {
    rows: each(0.01),
    references: { tenant_id: 'tenants' },
    columns: { name: name('article'), position: count(0, 20), created_at },
  },
  knowledge_base_articles: {
    rows: each(0.03),
    references: {
      category_id: 'knowledge_base_categories',
      tenant_id: 'tenants',
      author_id: { to: 'users', nullShare: 0.1 },
    },
    columns: {
      title: name('article'),
      slug: code('article-'),
      body: sentence,
      status: words({ published: 80, draft: 20 }),
      views: count(0, 9_000),
      created_at,
    },
  },
  article_feedback: {
    rows: each(0.01),
    references: { article_id: 'knowledge_base_articles' },
    columns: { helpful: flag(0.7), comment: sentence, created_at },
  },
  csat_surveys: {
    rows: each(0.02),
    references: { ticket_id: 'tickets', tenant_id: 'tenants' },
    columns: { score: count(1, 6), comment: sentence, created_at },
  },
  referrals: {
    rows: each(0.02),
    references: {
      referrer_id: 'customers',
      tenant_id: 'tenants',
      referred_id: { to: 'customers', nullShare: 0.3 },
    },
    columns: { code: code('REF'), status: words({ pending: 40, converted: 60 }), created_at },
  },
  referral_rewards: {
    rows: each(0.01),
    references: { referral_id: 'referrals' },
    columns: { amount: money(50), paid_at: later(60, 0.3), created_at },
  },
  webhooks: {
    rows: each(0.01),
    references: { tenant_id: 'tenants' },
    columns: { url: hostname, events: json('settings'), is_active: flag(0.85), created_at },
  },
  webhook_deliveries: {
    rows: each(0.06),
    references: { webhook_id: 'webhooks' },
    columns: {
      status: words({ delivered: 95, failed: 3, pending: 2 }),
      attempts: count(1, 6),
      next_attempt_at: around(-2, 2, 0.95),
      response_code: count(200, 204),
      payload: json('event'),
      created_at,
    },
  },
}
