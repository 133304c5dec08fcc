//! The facts on the Lithuanian page.

use super::Fact;

pub const FACTS: &[Fact] = &[
    ("D1 taking part since 2019", "#deployment", &["Lietuva Koalicijoje dalyvauja nuo 2019 m."]),
    ("D2 the strength", "#deployment", &["30 karių", "du tarnauja", "28", "būrį"]),
    ("D2 the headquarters", "#deployment", &["misijos štabe", "JAV karinėje bazėje", "Bagdade"]),
    ("D2 the strength as a figure", "#deployment", &["30", "išsiųstų karių"]),
    ("D2 the part at headquarters", "#deployment", &["2", "kariai misijos štabe Bagdade"]),
    ("D2 the part in the detachment", "#deployment", &["28", "kariai pajėgų apsaugos būryje"]),
    (
        "D3 the task",
        "#deployment",
        &["Būrys", "pajėgų apsauga", "Danish Mobile Protection Company"],
    ),
    ("D4 the mandate", "#deployment", &["galiojantį Seimo mandatą", "iki 50 karių ir civilių"]),
    ("D4 the ceiling as a figure", "#deployment", &["50", "karių ir civilių"]),
    (
        "O1 the operation",
        "#operation-inherent-resolve",
        &[
            "dalyvavo",
            "Operation Inherent Resolve",
            "Irake",
            "Jungtinių Amerikos Valstijų vadovaujamoje",
        ],
    ),
    (
        "O2 the instructors",
        "#operation-inherent-resolve",
        &["šeši kariniai instruktoriai", "mokę vietos saugumo pajėgas"],
    ),
    (
        "O2 the instructors as a figure",
        "#operation-inherent-resolve",
        &["6", "kariniai instruktoriai", "nuolatinis"],
    ),
    (
        "O3 the air base",
        "#operation-inherent-resolve",
        &["Danijos kontingente", "Al Asado oro bazėje", "šiaurės vakarinėje Irako dalyje"],
    ),
    (
        "O4 the end",
        "#operation-inherent-resolve",
        &[
            "buvo sustabdytas visas mokymas",
            "COVID-19",
            "Danija ėmė rengtis",
            "operacinį vadovavimą",
            "NATO Mission Iraq",
            "buvo atšaukti",
        ],
    ),
    ("O5 the total", "#operation-inherent-resolve", &["Iš viso operacijoje dalyvavo 50 karių"]),
    (
        "O5 the total as a figure",
        "#operation-inherent-resolve",
        &["50", "karių", "kada nors dalyvavę operacijoje"],
    ),
    (
        "C1 the objective",
        "#objective",
        &[
            "visiškai sutriuškinti „Daesh“",
            "platesnės tarptautinės kovos",
            "pasauline terorizmo grėsme",
        ],
    ),
    (
        "C2 the position",
        "#objective",
        &[
            "jokia valstybė viena terorizmo įveikti negali",
            "žinias, gerąją patirtį, pajėgumus ir kompetenciją",
            "smurtinį ekstremizmą",
        ],
    ),
    (
        "C3 the commitment",
        "#objective",
        &[
            "daugianacionalinėse operacijose",
            "tarptautiniam saugumui",
            "NATO kolektyvinę gynybą",
            "ES karinio bendradarbiavimo",
        ],
    ),
    ("M1 the membership", "#membership", &["Koalicijos narė", "2014 m. gruodžio 3 d."]),
    ("M1 the Coalition's beginning", "#membership", &["tą dieną Koalicija buvo sudaryta"]),
    ("D1 beside M1", "#membership", &["Dalyvavimas Koalicijoje", "2019"]),
    ("M2 the working group", "#membership", &["Komunikacijos darbo grupė"]),
    ("H1 the ministry of defence", "#channels", &["@Lithuanian_MoD"]),
    ("H1 the ministry of foreign affairs", "#channels", &["@LithuaniaMFA"]),
    ("H2 Facebook", "#channels", &["Facebook", "Foreign Office"]),
    ("H2 Facebook", "#channels", &["Facebook", "Krašto apsaugos ministerija"]),
    ("H3 YouTube", "#channels", &["YouTube", "National Defence"]),
    (
        "H4 no website in the source",
        "#channels",
        &["žadama oficiali svetainė, tačiau ji neįvardyta"],
    ),
    ("H4 the websites", "#channels", &["Svetainė", "Krašto apsaugos ministerija"]),
    ("H4 the websites", "#channels", &["Svetainė", "Užsienio reikalų ministerija"]),
    (
        "K1 the trainers",
        "#contributions",
        &[
            "karinio rengimo instruktoriai",
            "Al Asado oro bazę Irake",
            "mokyti Irako gynybos pajėgų",
        ],
    ),
    (
        "K2 the relief",
        "#contributions",
        &["gyvybiškai būtiną JT, ES ir regioninę humanitarinę pagalbą Artimuosiuose Rytuose"],
    ),
    (
        "K3 the supplies",
        "#contributions",
        &["Skubiai reikalingos medicinos priemonės", "Irakui", "2015 m. rugsėjį"],
    ),
    ("N1 two statements", "#notes", &["2014 m. gruodžio 3 d.", "2019", "nesuderinti"]),
    (
        "N2 kinds of number",
        "#notes",
        &[
            "dabartinis skaičius (30)",
            "leidžiama riba (50)",
            "nuolatinis skaičius (šeši)",
            "bendras skaičius per visą laiką (50)",
        ],
    ),
    (
        "N3 another beginning",
        "#notes",
        &["apie jos misiją", "2014 m. rugsėjį", "2014 m. gruodžio 3 d."],
    ),
    ("The air base on the map", "#places", &["Al Asado oro bazė", "OurAirports"]),
    ("The city on the map", "#places", &["Bagdadas", "Natural Earth"]),
    ("The source", "footer", &["Pasaulinė koalicija kovai su „Daesh“", "data nenurodyta"]),
];
