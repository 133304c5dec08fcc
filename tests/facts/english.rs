//! The facts on the English page.

use super::Fact;

pub const FACTS: &[Fact] = &[
    ("D1 taking part since 2019", "#deployment", &["has taken part in the Coalition since 2019"]),
    ("D2 the strength", "#deployment", &["30 soldiers", "two", "28", "detachment"]),
    ("D2 the headquarters", "#deployment", &["headquarters", "US military base", "Baghdad"]),
    ("D2 the strength as a figure", "#deployment", &["30", "soldiers deployed"]),
    ("D2 the part at headquarters", "#deployment", &["2", "at the mission’s headquarters"]),
    ("D2 the part in the detachment", "#deployment", &["28", "force protection detachment"]),
    (
        "D3 the task",
        "#deployment",
        &["detachment", "force protection", "Danish Mobile Protection Company"],
    ),
    (
        "D4 the mandate",
        "#deployment",
        &["parliamentary mandate in force", "up to 50 civilian and military personnel"],
    ),
    ("D4 the ceiling as a figure", "#deployment", &["50", "civilian and military personnel"]),
    (
        "O1 the operation",
        "#operation-inherent-resolve",
        &["took part in Operation Inherent Resolve", "Iraq", "led by the United States"],
    ),
    (
        "O2 the instructors",
        "#operation-inherent-resolve",
        &["six military instructors", "trained local security forces"],
    ),
    (
        "O2 the instructors as a figure",
        "#operation-inherent-resolve",
        &["6", "military instructors", "constant"],
    ),
    (
        "O3 the air base",
        "#operation-inherent-resolve",
        &["Danish Contingent", "Al-Asad air base", "north-western part of Iraq"],
    ),
    (
        "O4 the end",
        "#operation-inherent-resolve",
        &[
            "all training was suspended",
            "COVID-19",
            "Denmark began preparing",
            "operational leadership",
            "NATO Mission Iraq",
            "withdrawn",
        ],
    ),
    (
        "O5 the total",
        "#operation-inherent-resolve",
        &["Overall, 50 soldiers took part in the operation"],
    ),
    (
        "O5 the total as a figure",
        "#operation-inherent-resolve",
        &["50", "soldiers", "took part in the operation overall"],
    ),
    (
        "C1 the objective",
        "#objective",
        &["total defeat of Daesh", "wider international effort", "global threat of terrorism"],
    ),
    (
        "C2 the position",
        "#objective",
        &[
            "no state can end terrorism alone",
            "knowledge, best practices, capabilities and expertise",
            "violent extremism",
        ],
    ),
    (
        "C3 the commitment",
        "#objective",
        &[
            "multinational operations",
            "international security",
            "NATO collective defence",
            "EU military cooperation",
        ],
    ),
    ("M1 the membership", "#membership", &["Member of the Coalition", "3 December 2014"]),
    ("M1 the Coalition's beginning", "#membership", &["the day on which the Coalition was formed"]),
    ("D1 beside M1", "#membership", &["Taking part in the Coalition", "2019"]),
    ("M2 the working group", "#membership", &["Communications Working Group"]),
    ("H1 the ministry of defence", "#channels", &["@Lithuanian_MoD"]),
    ("H1 the ministry of foreign affairs", "#channels", &["@LithuaniaMFA"]),
    ("H2 Facebook", "#channels", &["Facebook", "Foreign Office"]),
    ("H2 Facebook", "#channels", &["Facebook", "Ministry of National Defence"]),
    ("H3 YouTube", "#channels", &["YouTube", "National Defence"]),
    (
        "H4 no website in the source",
        "#channels",
        &["announces an official website without naming it"],
    ),
    ("H4 the websites", "#channels", &["Website", "Ministry of National Defence"]),
    ("H4 the websites", "#channels", &["Website", "Ministry of Foreign Affairs"]),
    (
        "K1 the trainers",
        "#contributions",
        &["military trainers", "Al-Asad air base in Iraq", "train Iraqi defence forces"],
    ),
    (
        "K2 the relief",
        "#contributions",
        &["vital UN, EU and regional humanitarian relief in the Middle East"],
    ),
    ("K3 the supplies", "#contributions", &["Urgent medical supplies", "Iraq", "September 2015"]),
    ("N1 two statements", "#notes", &["3 December 2014", "2019", "does not reconcile"]),
    (
        "N2 kinds of number",
        "#notes",
        &[
            "current strength (30)",
            "authorised ceiling (50)",
            "constant strength (six)",
            "total over time (50)",
        ],
    ),
    ("N3 another beginning", "#notes", &["mission page", "September 2014", "3 December 2014"]),
    ("The air base on the map", "#places", &["Al-Asad air base", "OurAirports"]),
    ("The city on the map", "#places", &["Baghdad", "Natural Earth"]),
    ("The source", "footer", &["The Global Coalition against Daesh", "names no date"]),
];
