use super::{CountKinds, PartnerKinds, Precisions, Roles, Words};

pub(super) const WORDS: Words = Words {
    skip_to_content: "انتقل إلى الملف",
    at_a_glance: "لمحة سريعة",
    contents: "في هذه الصفحة",
    link_to_section: "رابط هذا القسم:",
    address_copied: "نُسخ عنوان القسم.",
    address_not_copied: "تعذّر نسخ العنوان. تجده في شريط العناوين.",
    working_groups: "مجموعات العمل",
    source: "المصدر:",
    about_this_profile: "عن هذا الملف",
    based_on: "استنادًا إلى",
    origin_undated: "لا يذكر المنشور تاريخًا؛ والأرقام تعود إلى وقت صدوره.",
    origin_dated: "تاريخ النشر:",
    added_from_elsewhere: "أُضيف من مصادر أخرى",
    figure_not_preserved: "الرقم غير محفوظ",
    address_not_known: "العنوان غير معروف",
    count_kinds: CountKinds {
        current: "العدد الحالي",
        ceiling: "الحد الأقصى المأذون به",
        constant: "العدد الثابت",
        total: "المجموع على مدى الفترة",
    },
    precisions: Precisions { site: "موقع محدد", city: "مدينة", region: "منطقة" },
    roles: Roles { member: "عضو", co_lead: "رئيس مشارك" },
    partner_kinds: PartnerKinds { country: "دولة", organisation: "منظمة" },
};
