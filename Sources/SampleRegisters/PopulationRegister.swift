/// `indbyggere`: residents on 1 January by age and sex.
enum PopulationRegister {
    /// 2020 is the real total in `befolkning/folk1a-2020k1.csv`, so that the two never contradict each other.
    private static let residents = YearlyLevel([
        86_811, 87_398, 87_914, 88_449, 89_120, 89_786, 90_352, 90_871, 91_399,
    ])
    /// Each age's part of the residents in the first and the last year, and the women among them, in thousandths.
    private static let ages: [(name: String, first: Int, last: Int, women: Int)] = [
        ("0-4", 53, 51, 487), ("5-9", 60, 53, 486), ("10-14", 65, 60, 488), ("15-19", 66, 64, 487),
        ("20-24", 63, 62, 497), ("25-29", 56, 59, 494), ("30-34", 52, 57, 502), ("35-39", 57, 58, 508),
        ("40-44", 66, 60, 510), ("45-49", 75, 62, 506), ("50-54", 76, 70, 503), ("55-59", 67, 72, 506),
        ("60-64", 58, 64, 512), ("65-69", 55, 57, 518), ("70-74", 51, 52, 524), ("75-79", 36, 47, 540),
        ("80-84", 22, 34, 572), ("85-89", 12, 17, 628), ("90+", 7, 9, 716),
    ]

    private struct Group {
        let age: String
        let sex: String
        let weight: Int
    }

    static func files() -> [SampleFile] {
        var random = RandomSource(stream: "residents")
        var table = Table("År;Alder;Køn;Antal")
        for year in Month.years {
            let groups = groups(year, &random), whole = groups.reduce(0) { $0 + $1.weight }
            // The sum so far is rounded, so that the groups add up to all residents.
            var weighed = 0, counted = 0
            for group in groups {
                weighed += group.weight
                let sum = rounded(weighed * residents[year], over: whole)
                table.add(["\(year)", group.age, group.sex, "\(sum - counted)"])
                counted = sum
            }
        }
        return [table.file("indbyggere/indbyggere.csv", .plain), note.file]
    }

    private static func groups(_ year: Int, _ random: inout RandomSource) -> [Group] {
        let passed = year - Month.first.year, left = Month.last.year - year
        return ages.flatMap { age in
            let part = age.first * left + age.last * passed
            return [("Kvinder", age.women), ("Mænd", 1000 - age.women)].map { sex, share in
                Group(age: age.name, sex: sex, weight: part * share * (1000 + random.noise(deviation: 6)))
            }
        }
    }

    private static let note = SourceNote(
        folder: "indbyggere", title: "Indbyggere efter alder og køn",
        about: [
            "Én række pr. år, aldersgruppe og køn: indbyggere 1. januar, 2018–2026. "
                + "Formen følger Danmarks Statistiks folketal (FOLK1A).",
            "Summen for 2020 er det virkelige folketal i `befolkning`, 87.914. "
                + "Fordelingen på alder og køn og alle andre år er opfundne.",
            "UTF-8 uden BOM, LF, semikolon, hele tal.",
        ])
}
