/** One measurement: what to train on or index, what to ask, and which figures of the report count. */
export interface Run {
  name: string
  kind: 'intents' | 'knowledge' | 'attributes' | 'mood' | 'masking'
  /** Below the data folder. Intents and moods without it: what ships. */
  train?: string[]
  test: string
  /** Applied to each test message, the same on every run. */
  damage?: 'typos' | 'homophones'
  figures: Figure[]
}

export interface Figure {
  /** Path into the report of `floorwalker eval … --json`. */
  path: string
  label: string
  /** At least this, or at most where `most` is set. Shares as fractions. */
  target?: number
  most?: boolean
  /** What others reach on the same files, as their publishers or our runs of them say. */
  others?: string
}

const accuracy = (target?: number, others?: string): Figure => figure('accuracy', 'accuracy', target, others)
const auroc = (target?: number, others?: string): Figure => figure('auroc', 'out of scope, AUROC', target, others)
const error = (target = 0.06): Figure => ({ path: 'calibrationError', label: 'calibration error', target, most: true })
const firstHit = (target?: number, others?: string): Figure => figure('recallAt1', 'R@1', target, others)
const fifthHit = (target?: number): Figure => figure('recallAt5', 'R@5', target)
const silence = (target?: number): Figure => figure('abstentionAuroc', 'abstains, AUROC', target)

function figure(path: string, label: string, target?: number, others?: string): Figure {
  return { path, label, ...(target === undefined ? {} : { target }), ...(others === undefined ? {} : { others }) }
}

function intents(name: string, train: string[], test: string, figures: Figure[]): Run {
  return { name, kind: 'intents', train: train.map((file) => `intents/${file}`), test: `intents/${test}`, figures }
}

function knowledge(name: string, folder: string, figures: Figure[], damage?: Run['damage']): Run {
  return { name, kind: 'knowledge', test: `knowledge/${folder}`, figures, ...(damage ? { damage } : {}) }
}

function mood(name: string, test: string, figures: Figure[], train?: string): Run {
  return { name, kind: 'mood', test: `sentiment/${test}`, figures, ...(train ? { train: [`sentiment/${train}`] } : {}) }
}

/** Every public set, with the targets that the product is held to. */
export const runs: readonly Run[] = [
  intents('CLINC150 full', ['clinc150/train.tsv'], 'clinc150/test.tsv', [
    accuracy(0.935, 'SVM 91.0, Rasa 91.5, DialogFlow 91.7, BERT 96.9'),
    auroc(0.965),
    figure('jointAccuracy', 'joint', 0.895, 'by a threshold tuned on out-of-scope lines 87.0'),
    error(),
    { path: 'modelBytes', label: 'bytes', target: 2_000_000, most: true },
    { path: 'trainSeconds', label: 'training, s', target: 7, most: true },
    { path: 'microsecondsPerMessage', label: 'a message, µs', target: 30, most: true },
  ]),
  intents('CLINC150 small', ['clinc150/train_small.tsv'], 'clinc150/test.tsv', [accuracy(0.92), auroc(), error()]),
  intents('CLINC150 imbalanced', ['clinc150/train_imbalanced.tsv'], 'clinc150/test.tsv', [accuracy(0.92), error()]),
  intents('CLINC150 10 each', ['clinc150/train_10shot.tsv'], 'clinc150/test.tsv', [accuracy(0.83, 'nlp.js 78.5'), error()]),
  intents('Banking77 full', ['banking77/train.tsv'], 'banking77/test.tsv', [accuracy(0.92, 'nlp.js 69.1'), error()]),
  {
    ...intents('Banking77 full, 6 % typing errors', ['banking77/train.tsv'], 'banking77/test.tsv', [accuracy(0.88)]),
    damage: 'typos',
  },
  intents('Banking77 10 each', ['banking77/train_10shot.tsv'], 'banking77/test.tsv', [
    accuracy(0.78, 'nlp.js 52.3, BERT frozen 67.6, BERT tuned 79.9, USE 84.2'),
    error(),
  ]),
  intents('Banking77 5 each', ['banking77/train_5shot.tsv'], 'banking77/test.tsv', [accuracy(0.69), error()]),
  intents('Banking77, 27 left out', ['banking77_oos/train.tsv'], 'banking77_oos/test_in_domain_oos.tsv', [auroc(0.85), error()]),
  intents('Banking77, other domains', ['banking77_oos/train.tsv'], 'banking77_oos/test_far_oos.tsv', [auroc(0.98)]),
  intents('HINT3 SOFMattress', ['hint3/sofmattress_train_v2.tsv'], 'hint3/sofmattress_test_v2.tsv', [
    accuracy(0.76, 'BERT 73.6, DialogFlow 73.2, Haptik 72.3, Rasa 69.3, LUIS 63.6'),
    auroc(0.88, 'DialogFlow 86.9, BERT 86.8, Haptik 83.9'),
    error(),
  ]),
  intents('HINT3 Powerplay11', ['hint3/powerplay11_train_v2.tsv'], 'hint3/powerplay11_test_v2.tsv', [
    accuracy(0.65, 'Haptik 67.3, DialogFlow 59.6, BERT 58.5, Rasa 49.1'),
    auroc(0.8, 'Haptik 76.6, LUIS 75.2, DialogFlow 72.8'),
    error(),
  ]),
  intents('SMP2017 (zh)', ['smp2017_zh/train.tsv'], 'smp2017_zh/test.tsv', [accuracy(0.9, 'nlp.js 79.8'), error()]),
  intents('CrossWOZ requests (zh)', ['crosswoz_requests_zh/train.tsv'], 'crosswoz_requests_zh/test.tsv', [accuracy(0.99)]),
  intents('AskUbuntu', ['small_corpora/askubuntu_train.tsv'], 'small_corpora/askubuntu_test.tsv', [accuracy(0.91, 'nlp.js 90.8')]),
  intents('Bitext support', ['bitext_support/train_10shot.tsv'], 'bitext_support/dev.tsv', [accuracy()]),
  knowledge('Bank questions (zh)', 'bank-zh', [
    firstHit(0.88, 'FTS5 on words 73.6, MiniSearch 68.9'),
    fifthHit(0.98),
    silence(0.86),
    error(),
    { path: 'p50Microseconds', label: 'a lookup, µs' },
  ]),
  knowledge('Bank questions (zh), 12 % homophones', 'bank-zh', [firstHit(0.81)], 'homophones'),
  knowledge('Shop questions (zh)', 'shop-zh', [
    firstHit(0.86, 'FTS5 on words 69.2, MiniSearch 65.4'),
    fifthHit(0.96),
    silence(0.87),
    error(),
    figure('directPrecision', 'answered directly, right', 0.85),
    figure('directShare', 'answered directly, share', 0.25),
    figure('resolved', 'resolved', 0.83),
  ]),
  knowledge('Shop questions (zh), 12 % homophones', 'shop-zh', [firstHit(0.74)], 'homophones'),
  knowledge('LCQMC (zh)', 'lcqmc-zh', [firstHit(0.92), silence()]),
  knowledge('StackFAQ with answers', 'stackfaq-en', [
    firstHit(0.81, 'FTS5 porter 66.1, MiniSearch 55.9'),
    figure('ndcgAt10', 'nDCG@10', 0.9, 'Elasticsearch 79, tuned BERT 99'),
  ]),
  knowledge('StackFAQ, 40 left out', 'stackfaq-oos-en', [silence(), error()]),
  knowledge('Banking77 as articles', 'banking-en', [firstHit(0.77, 'FTS5 porter 62.0, MiniSearch 55.2'), fifthHit()]),
  knowledge('Banking77 as articles, 19 left out', 'banking-oos-en', [silence(0.83), error()]),
  {
    name: 'Product attributes',
    kind: 'attributes',
    test: 'knowledge/product-attributes-en/test.tsv',
    figures: [figure('precisionAt1', 'P@1', 0.73), figure('hitAt3', 'hit@3', 0.88)],
  },
  mood('Chat mood (zh), what ships', 'zh-chat-mood.tsv', [
    accuracy(0.82, 'always neutral 62'),
    figure('macroF1', 'macro-F1', 0.82),
    figure('anger.f1', 'anger F1', 0.75),
    figure('urgency.f1', 'urgency F1', 0.86),
  ]),
  mood('Shopping reviews (zh)', 'zh-shopping-test.tsv', [accuracy(0.93, 'naive Bayes 90.7')], 'zh-shopping-train.tsv'),
  mood(
    'Takeaway reviews (zh), trained on shopping',
    'zh-takeaway-test.tsv',
    [accuracy(0.85, 'BERT in domain 89.5')],
    'zh-shopping-train.tsv',
  ),
  {
    name: 'Personal data (zh)',
    kind: 'masking',
    test: 'masking/messages.jsonl',
    figures: [
      ...['phone', 'id_card', 'bank_card', 'email'].flatMap((type) => [
        figure(`byType.${type}.precision`, `${type} precision`, 0.99),
        figure(`byType.${type}.recall`, `${type} recall`, 0.99),
      ]),
      figure('byType.address.f1', 'address F1', 0.9),
      figure('byType.name.f1', 'name F1', 0.92),
      figure('untouched', 'untouched where nothing is personal', 1),
    ],
  },
]
