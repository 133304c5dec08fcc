// Documents of invented partners, the same ones every time: lengths and languages as real ones have them.

/** What sentences are made of, by language. */
const WORDS = {
  en: 'Coalition mission contingent soldiers medics instructors trains advises supports since under mandate parliament government headquarters base region province humanitarian relief equipment rotation security forces command staff officers engineers together partners stabilisation communications working group and the of in with for which'.split(' '),
  lt: 'koalicija misija kontingentas kariai medikai instruktoriai moko konsultuoja remia nuo pagal mandatą seimas vyriausybė štabas bazė sritis apskritis humanitarinė pagalba įranga rotacija saugumo pajėgos vadovybė karininkai inžinieriai kartu partneriai stabilizavimas ryšiai darbo grupė ir su kuri į iš dėl'.split(' '),
  ar: 'التحالف البعثة الوحدة الجنود الأطباء المدربون يدرب ينصح يدعم منذ بموجب التفويض البرلمان الحكومة المقر القاعدة المنطقة المحافظة الإنسانية الإغاثة المعدات الأمن القوات القيادة الضباط المهندسون معا الشركاء الاستقرار الاتصالات مجموعة العمل و في من على مع التي'.split(' '),
};
const SYLLABLES = {
  en: 'al be cor dan el fa gor ha is jo ka lu mar ne or pa ra sol ta un va wes yl zen bré çal'.split(' '),
  lt: 'al be ko da el ga go ha is jo ka lu mar ne or pa ra so ta un va žal ša čė zen rū'.split(' '),
  ar: 'با را سا لا ما نا دا كا فا قا يا تا زو رو سو لو مو نو دو كو في ري سي لي مي ني'.split(' '),
};
const ENDINGS = { en: ['nia', 'mark', 'land', 'ra', 'via', 'stan'], lt: ['nija', 'markas', 'žemė', 'ra', 'vija', 'stanas'], ar: ['نيا', 'ية', 'ان', 'را', 'لاند', 'ستان'] };
/** Every so many partners a translation: the language, and how often. */
const TRANSLATIONS = [['lt', 3], ['ar', 5]];

/** A sequence of numbers from 0 to below 1 that looks random: xorshift. */
function sequence(seed) {
  let state = (seed * 2654435761 + 1) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}

class Writer {
  constructor(language, seed) {
    this.language = language;
    this.next = sequence(seed);
  }

  between(least, most) {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  of(list) {
    return list[this.between(0, list.length - 1)];
  }

  words(least, most) {
    const words = Array.from({ length: this.between(least, most) }, () => this.of(WORDS[this.language])).join(' ');
    return words[0].toUpperCase() + words.slice(1);
  }

  paragraphs(least, most) {
    const sentences = () => Array.from({ length: this.between(1, 4) }, () => `${this.words(8, 24)}.`).join(' ');
    return Array.from({ length: this.between(least, most) }, sentences);
  }

  count(kind) {
    return { kind, value: this.between(2, 900), label: this.words(1, 4), note: `${this.words(5, 12)}.` };
  }

  moment() {
    const year = this.between(2014, 2024);
    const month = String(this.between(1, 12)).padStart(2, '0');
    const date = this.of([`${year}`, `${year}-${month}`, `${year}-${month}-${String(this.between(1, 28)).padStart(2, '0')}`]);
    return { date, words: date };
  }

  section(kind) {
    const list = (least, most, make) => Array.from({ length: this.between(least, most) }, () => make());
    const section = { kind, id: kind, title: this.words(1, 4) };
    switch (kind) {
      case 'strength': {
        const parts = list(2, 3, () => ({ count: this.between(2, 300), label: this.words(2, 6) }));
        const value = parts.reduce((sum, { count }) => sum + count, 0);
        const current = { ...this.count('current'), value };
        const ceiling = { ...this.count('ceiling'), value: value + this.between(0, 200) };
        return { ...section, paragraphs: this.paragraphs(1, 3), current, parts, ceiling };
      }
      case 'prose':
        return { ...section, paragraphs: this.paragraphs(2, 4), figures: list(0, 2, () => this.count('total')) };
      case 'places': {
        const place = () => ({
          name: this.words(1, 2),
          latitude: 31 + this.next() * 5,
          longitude: 41 + this.next() * 5,
          precision: this.of(['site', 'city', 'region']),
          text: `${this.words(6, 18)}.`,
        });
        return { ...section, map: 'iraq', places: list(1, 4, place) };
      }
      case 'contributions':
        return { ...section, items: list(2, 5, () => ({ caption: this.words(6, 16) })) };
      case 'membership': {
        const { date, words } = this.moment();
        const entries = [{ label: this.words(2, 4), when: { since: date, words } }];
        return { ...section, entries, groups: [{ name: this.words(2, 3), role: this.of(['member', 'co-lead']) }] };
      }
      case 'timeline':
        return { ...section, events: list(3, 8, () => ({ when: this.moment(), title: this.words(2, 6), text: `${this.words(5, 16)}.` })) };
      default:
        return { ...section, notes: list(1, 3, () => ({ text: `${this.words(8, 20)}.` })) };
    }
  }
}

const KINDS = ['strength', 'prose', 'places', 'contributions', 'membership', 'timeline', 'notes'];

/** The name of a partner in a language; no two of the same number of syllables are alike. */
function name(language, index) {
  const syllables = SYLLABLES[language];
  let rest = index * 7 + 3;
  let text = '';
  do {
    text += syllables[rest % syllables.length];
    rest = Math.floor(rest / syllables.length);
  } while (rest > 0);
  return text[0].toUpperCase() + text.slice(1) + ENDINGS[language][index % ENDINGS[language].length];
}

/** The number of a partner as letters, for its address. */
const letters = (index) => [...String(index)].map((digit) => 'abcdefghij'[digit]).join('');

function document(index, language) {
  const writer = new Writer(language, index * 3 + Object.keys(WORDS).indexOf(language));
  const partner = name(language, index);
  const kinds = KINDS.filter((kind) => kind === 'prose' || writer.next() < 0.85);
  return {
    version: 1,
    language,
    slug: `partner-${letters(index)}`,
    partner: { name: partner, kind: index % 9 === 8 ? 'organisation' : 'country' },
    title: partner,
    lead: `${writer.words(15, 30)}.`,
    origin: { publisher: writer.words(3, 6), title: writer.words(2, 5) },
    sections: kinds.map((kind) => writer.section(kind)),
  };
}

/** So many documents as `[file name, document]`, translations among them. */
export function* documents(count) {
  let made = 0;
  for (let index = 0; made < count; index += 1) {
    const languages = ['en', ...TRANSLATIONS.filter(([, every]) => index % every === 0).map(([language]) => language)];
    for (const [place, language] of languages.slice(0, count - made).entries()) {
      const value = document(index, language);
      yield [`${value.slug}${place === 0 ? '' : `.${language}`}.json`, value];
      made += 1;
    }
  }
}

/** So many partners that have a name and nothing else to say. */
export function* names(count) {
  for (let index = 0; index < count; index += 1) {
    const { sections, ...value } = document(index, 'en');
    yield [`${value.slug}.json`, { ...value, sections: [{ kind: 'membership', id: 'membership', title: 'Membership' }] }];
  }
}
