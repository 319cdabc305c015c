/// Names and kinds of invented associations.
struct AssociationKind {
    let activity: String
    let part: Int
    let prefixes: [String]
    /// Members from and to.
    let size: ClosedRange<Int>
    /// How members divide over the three age groups, in hundredths.
    let ages: [Int]

    static let all = [
        AssociationKind(
            activity: "Idræt", part: 34,
            prefixes: [
                "Fodboldklubben", "Håndboldklubben", "Gymnastikforeningen", "Badmintonklubben", "Svømmeklubben",
                "Roklubben",
            ],
            size: 60...720, ages: [56, 32, 12]),
        AssociationKind(
            activity: "Spejder og friluftsliv", part: 9, prefixes: ["Spejdergruppen", "Friluftsklubben", "Kanolauget"],
            size: 30...140, ages: [72, 22, 6]),
        AssociationKind(
            activity: "Musik og teater", part: 15,
            prefixes: ["Koret", "Amatørscenen", "Orkestret", "Spillemandslauget"],
            size: 18...110, ages: [22, 43, 35]),
        AssociationKind(
            activity: "Kultur og lokalhistorie", part: 12,
            prefixes: ["Kulturforeningen", "Billedkunstforeningen", "Læsekredsen"],
            size: 15...180, ages: [6, 38, 56]),
        AssociationKind(
            activity: "Natur og haver", part: 10, prefixes: ["Haveforeningen", "Naturgruppen", "Bilauget"],
            size: 20...160, ages: [8, 44, 48]),
        AssociationKind(
            activity: "Socialt fællesskab", part: 12,
            prefixes: ["Besøgsvennerne", "Fællesspisningen", "Nabonetværket"],
            size: 12...130, ages: [14, 41, 45]),
        AssociationKind(
            activity: "Seniorer", part: 8, prefixes: ["Seniorklubben", "Seniordansen"], size: 40...320,
            ages: [0, 3, 97]),
    ]

    static let words = [
        "Havørnen", "Kometen", "Enigheden", "Fremtiden", "Ravnen", "Bølgen", "Nordstjernen", "Klokkeblomsten", "Viben",
        "Fyrtårnet", "Kløveret", "Hejren", "Solsorten", "Strandskaden", "Egekransen", "Morgenrøden", "Kompasset",
        "Tranen", "Mosekonen", "Hyldetræet", "Svaleruten", "Lyngheden", "Brændingen", "Tidevandet", "Ankeret",
        "Kastanjen", "Regnbuen", "Firkløveret", "Vindfløjen", "Birkelunden",
    ]
}
