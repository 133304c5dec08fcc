use super::{CountKinds, PartnerKinds, Precisions, Roles, Words};

pub(super) const WORDS: Words = Words {
    skip_to_content: "Pereiti prie profilio",
    at_a_glance: "Trumpai",
    contents: "Šiame puslapyje",
    link_to_section: "Nuoroda į šį skyrių:",
    address_copied: "Skyriaus adresas nukopijuotas.",
    address_not_copied: "Adreso nukopijuoti nepavyko. Jis yra adreso juostoje.",
    working_groups: "Darbo grupės",
    source: "Šaltinis:",
    about_this_profile: "Apie šį profilį",
    based_on: "Parengta pagal",
    origin_undated: "Leidinyje data nenurodyta; skaičiai atspindi jo paskelbimo metą.",
    origin_dated: "Paskelbta:",
    added_from_elsewhere: "Papildyta iš kitų šaltinių",
    figure_not_preserved: "Skaičius neišliko",
    address_not_known: "adresas nežinomas",
    count_kinds: CountKinds {
        current: "Dabartinis skaičius",
        ceiling: "Leidžiama riba",
        constant: "Nuolatinis skaičius",
        total: "Iš viso per visą laiką",
    },
    precisions: Precisions { site: "tiksli vieta", city: "miestas", region: "regionas" },
    roles: Roles { member: "Narė", co_lead: "Viena iš vadovaujančiųjų" },
    partner_kinds: PartnerKinds { country: "Valstybė", organisation: "Organizacija" },
};
