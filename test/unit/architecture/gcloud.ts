/**
 * Every command of gcloud that a document names, with the flags it is used with. Held to gcloud itself where there is one:
 * a new one gets its line here.
 */
export const GCLOUD: Readonly<Record<string, readonly string[]>> = {
  'auth application-default login': ['--impersonate-service-account'],
  'auth print-identity-token': ['--audiences', '--impersonate-service-account', '--include-email'],
  'beta services identity create': ['--service'],
  'builds submit': ['--pack'],
  'config set': [],
  'kms keys versions create': ['--key', '--keyring', '--location', '--primary'],
  'logging read': ['--format', '--freshness', '--limit', '--order'],
  'projects add-iam-policy-binding': ['--member', '--role'],
  'pubsub subscriptions pull': ['--format', '--limit'],
  'pubsub subscriptions seek': ['--time'],
  'scheduler jobs list': ['--location'],
  'secrets versions access': ['--secret'],
  'secrets versions add': ['--data-file'],
  'services enable': [],
  'storage buckets create': ['--location', '--uniform-bucket-level-access'],
  'storage buckets update': ['--versioning'],
};
