//! The facts on the Arabic page.

use super::Fact;

pub const FACTS: &[Fact] = &[
    ("D1 taking part since 2019", "#deployment", &["تشارك ليتوانيا في التحالف منذ عام 2019"]),
    ("D2 the strength", "#deployment", &["30 جنديًا", "اثنان", "28", "مفرزة"]),
    (
        "D2 the headquarters",
        "#deployment",
        &["مقر قيادة المهمة", "القاعدة العسكرية الأمريكية", "بغداد"],
    ),
    ("D2 the strength as a figure", "#deployment", &["30", "جنديًا منتشرًا"]),
    ("D2 the part at headquarters", "#deployment", &["2", "في مقر قيادة المهمة ببغداد"]),
    ("D2 the part in the detachment", "#deployment", &["28", "في مفرزة حماية القوات"]),
    (
        "D3 the task",
        "#deployment",
        &["المفرزة", "حماية القوات", "Danish Mobile Protection Company"],
    ),
    (
        "D4 the mandate",
        "#deployment",
        &["التفويض البرلماني الساري", "50 فردًا من المدنيين والعسكريين"],
    ),
    ("D4 the ceiling as a figure", "#deployment", &["50", "فردًا من المدنيين والعسكريين"]),
    (
        "O1 the operation",
        "#operation-inherent-resolve",
        &["شاركت ليتوانيا", "عملية العزم الصلب", "العراق", "بقيادة الولايات المتحدة"],
    ),
    (
        "O2 the instructors",
        "#operation-inherent-resolve",
        &["ستة مدربين عسكريين", "درّبوا قوات الأمن المحلية"],
    ),
    (
        "O2 the instructors as a figure",
        "#operation-inherent-resolve",
        &["6", "مدربين عسكريين", "العدد الثابت"],
    ),
    (
        "O3 the air base",
        "#operation-inherent-resolve",
        &["Danish Contingent", "قاعدة عين الأسد الجوية", "شمال غربي العراق"],
    ),
    (
        "O4 the end",
        "#operation-inherent-resolve",
        &[
            "عُلّق التدريب كله",
            "كوفيد-19",
            "بدأت الدنمارك تستعد",
            "القيادة العملياتية",
            "NATO Mission Iraq",
            "سُحبت هذه المساهمة",
        ],
    ),
    ("O5 the total", "#operation-inherent-resolve", &["شارك في العملية 50 جنديًا في المجموع"]),
    (
        "O5 the total as a figure",
        "#operation-inherent-resolve",
        &["50", "جنديًا", "مجموع من شاركوا في العملية"],
    ),
    (
        "C1 the objective",
        "#objective",
        &["هزيمة كاملة بداعش", "الجهود الدولية الأوسع", "الإرهاب من تهديد عالمي"],
    ),
    (
        "C2 the position",
        "#objective",
        &[
            "لا دولة تستطيع القضاء على الإرهاب بمفردها",
            "المعارف وأفضل الممارسات والقدرات والخبرات",
            "للتطرف العنيف",
        ],
    ),
    (
        "C3 the commitment",
        "#objective",
        &[
            "العمليات المتعددة الجنسيات",
            "بالأمن الدولي",
            "الدفاع الجماعي في إطار الناتو",
            "الاتحاد الأوروبي للتعاون العسكري",
        ],
    ),
    ("M1 the membership", "#membership", &["عضو في التحالف", "3 كانون الأول 2014"]),
    ("M1 the Coalition's beginning", "#membership", &["يوم تشكيل التحالف"]),
    ("D1 beside M1", "#membership", &["المشاركة في التحالف", "2019"]),
    ("M2 the working group", "#membership", &["مجموعة العمل الخاصة بالاتصالات"]),
    ("H1 the ministry of defence", "#channels", &["@Lithuanian_MoD"]),
    ("H1 the ministry of foreign affairs", "#channels", &["@LithuaniaMFA"]),
    ("H2 Facebook", "#channels", &["فيسبوك", "Foreign Office"]),
    ("H2 Facebook", "#channels", &["فيسبوك", "وزارة الدفاع الوطني"]),
    ("H3 YouTube", "#channels", &["يوتيوب", "National Defence"]),
    ("H4 no website in the source", "#channels", &["إلى موقع رسمي دون أن يسمّيه"]),
    ("H4 the websites", "#channels", &["موقع إلكتروني", "وزارة الدفاع الوطني"]),
    ("H4 the websites", "#channels", &["موقع إلكتروني", "وزارة الخارجية"]),
    (
        "K1 the trainers",
        "#contributions",
        &[
            "مدربون عسكريون ليتوانيون",
            "قاعدة عين الأسد الجوية في العراق",
            "لتدريب قوات الدفاع العراقية",
        ],
    ),
    (
        "K2 the relief",
        "#contributions",
        &["الأمم المتحدة والاتحاد الأوروبي والجهود الإقليمية", "الإنسانية", "الشرق الأوسط"],
    ),
    ("K3 the supplies", "#contributions", &["إمدادات طبية عاجلة", "العراق", "أيلول 2015"]),
    ("N1 two statements", "#notes", &["3 كانون الأول 2014", "2019", "ولا يوفّق المصدر بين القولين"]),
    (
        "N2 kinds of number",
        "#notes",
        &[
            "العدد الحالي (30)",
            "والحد الأقصى المأذون به (50)",
            "والعدد الثابت (ستة)",
            "والمجموع على مدى الفترة (50)",
        ],
    ),
    ("N3 another beginning", "#notes", &["صفحة «المهمة»", "أيلول 2014", "3 كانون الأول 2014"]),
    ("The air base on the map", "#places", &["قاعدة عين الأسد الجوية", "OurAirports"]),
    ("The city on the map", "#places", &["بغداد", "Natural Earth"]),
    ("The source", "footer", &["التحالف الدولي ضد داعش", "لا يذكر المنشور تاريخًا"]),
];
