use super::{CountKinds, PartnerKinds, Precisions, Roles, Words};

pub(super) const WORDS: Words = Words {
    skip_to_content: "Skip to the profile",
    at_a_glance: "At a glance",
    contents: "On this page",
    link_to_section: "Link to this section:",
    address_copied: "The section’s address was copied.",
    address_not_copied: "The address could not be copied. It is in the address bar.",
    working_groups: "Working groups",
    source: "Source:",
    about_this_profile: "About this profile",
    based_on: "Based on",
    origin_undated: "The publication names no date; its figures are those of the time when it appeared.",
    origin_dated: "Published:",
    added_from_elsewhere: "Added from other sources",
    figure_not_preserved: "Figure not preserved",
    address_not_known: "address not known",
    count_kinds: CountKinds {
        current: "Current strength",
        ceiling: "Authorised ceiling",
        constant: "Constant strength",
        total: "Total over time",
    },
    precisions: Precisions { site: "exact site", city: "city", region: "region" },
    roles: Roles { member: "Member", co_lead: "Co-lead" },
    partner_kinds: PartnerKinds { country: "Country", organisation: "Organisation" },
};
