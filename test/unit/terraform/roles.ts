/** Every role that Toban gives, and why no narrower one will do. A new one is a decision: it gets its line here. */
export const ROLES: Readonly<Record<string, string>> = {
  'roles/run.invoker': 'the caller calls the workers, everybody the two public services',
  'roles/datastore.user': 'reads and writes documents of one database',
  'roles/pubsub.publisher': 'publishes to one topic',
  'roles/pubsub.subscriber': 'Pub/Sub itself moves what it gives up',
  'roles/pubsub.viewer': 'doctor sees how topics and subscriptions are set up, and no message',
  'roles/secretmanager.secretAccessor': 'reads one secret',
  'roles/iam.serviceAccountTokenCreator': 'Pub/Sub signs its pushes as the caller',
  'roles/cloudkms.cryptoKeyEncrypter': 'the pages put a token away',
  'roles/cloudkms.cryptoKeyDecrypter': 'the workers take a token out',
  'roles/aiplatform.user': 'the work lane asks Gemini for prose, only where `ai` is true',
};
