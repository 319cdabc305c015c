/// `foreninger`: the associations of each year, and how many are still active after three years.
enum AssociationRegister {
    private static let start = 2014
    private static let ceasing = YearlyLevel(
        from: 2015, [40_000, 43_000, 42_000, 39_000, 37_000, 46_000, 42_000, 33_000, 29_000, 27_000, 25_000, 24_000])
    private static let young = YearlyLevel([1000, 1004, 962, 915, 958, 1003, 1031, 1052, 1066])
    private static let adult = YearlyLevel([1000, 998, 964, 930, 948, 972, 984, 991, 995])
    private static let old = YearlyLevel([1000, 1018, 1012, 996, 1026, 1058, 1084, 1107, 1122])

    static func files() -> [SampleFile] {
        var random = RandomSource(stream: "associations")
        let associations = grown(&random)
        let yearly = Month.years.map { year in members(year, associations, &random) }
        return yearly + [survival(associations), note.file]
    }

    /// Associations from before the period and those that came and went during it.
    private static func grown(_ random: inout RandomSource) -> [Association] {
        var names = AssociationNamer(&random)
        var all = (0..<177).map { _ in names.next(founded: random.within(1921...2013), &random) }
        for year in (start + 1)...Month.last.year {
            let alive = all.indices.filter { all[$0].ceased == nil }
            let leaving = rounded(alive.count * ceasing[year], over: 1_000_000)
            for index in random.shuffled(alive).prefix(leaving) {
                all[index].ceased = day(in: year, &random)
            }
            for _ in 0..<(leaving + random.below(2)) { all.append(names.next(founded: year, &random)) }
        }
        return all
    }

    static func day(in year: Int, _ random: inout RandomSource) -> Day {
        Day(year: year, month: random.within(1...(year == Month.last.year ? 9 : 12)), day: random.within(1...28))
    }

    private static func members(_ year: Int, _ associations: [Association], _ random: inout RandomSource) -> SampleFile
    {
        var table = Table(
            "År;Forening;CVR;Aktivitet;Lokalområde;Medlemmer 0-24;Medlemmer 25-59;Medlemmer 60+;Stiftet;Ophørt")
        for association in associations where association.isListed(year) {
            // It is the small ones that forget to report.
            let silent = random.chance(millionths: 55_000) && association.members.reduce(0, +) < 120
            let levels = [young[year], adult[year], old[year]]
            let counts = zip(association.members, levels).map { count, level in
                max(0, rounded(count * level * (1000 + random.noise(deviation: 35)), over: 1_000_000))
            }
            table.add(
                ["\(year)", association.name, association.number, association.kind.activity, association.area]
                    + counts.map { silent ? "" : "\($0)" }
                    + [association.founded.text, association.ceased.map { $0.year == year ? $0.text : "" } ?? ""])
        }
        return table.file("foreninger/foreninger-\(year).csv", .portal)
    }

    private static func survival(_ associations: [Association]) -> SampleFile {
        var table = Table("År;Lokalområde;Registreret for tre år siden;Stadig aktive")
        for year in 2018...2025 {
            for area in CitizenSurveyRegister.areas {
                let registered = associations.filter { $0.area == area && $0.isActive(endOf: year - 3) }
                let still = registered.count { $0.isActive(endOf: year) }
                table.add(["\(year)", area, "\(registered.count)", "\(still)"])
            }
        }
        return table.file("foreninger/overlevelse.csv", .portal)
    }

    private static let note = SourceNote(
        folder: "foreninger", title: "Foreninger",
        about: [
            "Opfundne foreninger; CVR-numrene begynder med 99 "
                + "og består ikke kontrolcifferet, så de kan ikke være virkelige.",
            "En forening står til og med det år, den ophører. "
                + "Tomme medlemstal betyder, at foreningen ikke har indberettet.",
            "Medlemmer er medlemskaber: den samme person kan tælle flere steder. 2026 er pr. 31. oktober.",
            "`overlevelse.csv` er talt op af de samme foreninger, også årene 2015–2017, som ikke har en fil.",
            "UTF-8 med BOM, CRLF, semikolon, datoer som 31-12-2024.",
        ])
}

struct Association {
    let name: String
    let number: String
    let kind: AssociationKind
    let area: String
    let founded: Day
    let members: [Int]
    var ceased: Day?

    func isActive(endOf year: Int) -> Bool {
        founded.year <= year && (ceased.map { $0.year > year } ?? true)
    }

    func isListed(_ year: Int) -> Bool {
        founded.year <= year && (ceased.map { $0.year >= year } ?? true)
    }
}

/// Hands out names and numbers that have not been used.
struct AssociationNamer {
    private var names: [[String]]
    private var serial = 0

    init(_ random: inout RandomSource) {
        names = []
        for kind in AssociationKind.all {
            let every = kind.prefixes.flatMap { prefix in AssociationKind.words.map { "\(prefix) \($0)" } }
            names.append(random.shuffled(every))
        }
    }

    mutating func next(founded year: Int, _ random: inout RandomSource) -> Association {
        let kinds = AssociationKind.all
        let place = random.index(weights: kinds.map(\.part))
        let kind = kinds[place]
        let size = random.within(kind.size) * random.within(45...100) / 100
        let members = kind.ages.map { size * max(0, $0 * 10 + ($0 == 0 ? 0 : random.within(-25...25))) / 1000 }
        let area = CitizenSurveyRegister.areas[random.index(weights: [28, 14, 16, 13, 12, 17])]
        serial += 1
        return Association(
            name: names[place].removeLast(), number: AssociationNamer.number(serial), kind: kind, area: area,
            founded: AssociationRegister.day(in: year, &random), members: members)
    }

    /// Begins with 99 and fails the check of a real number (weights 2 7 6 5 4 3 2 1, modulo 11).
    static func number(_ serial: Int) -> String {
        var candidate = 99_000_000 + serial * 4_519
        while passesCheck(candidate) { candidate += 1 }
        return "\(candidate)"
    }

    private static func passesCheck(_ number: Int) -> Bool {
        let digits = "\(number)".utf8.map { Int($0) - 48 }
        return zip(digits, [2, 7, 6, 5, 4, 3, 2, 1]).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
    }
}
