/// `fravaer`: absence by month, unit and job group, one file a year.
enum AbsenceRegister {
    private static let level = YearlyLevel([52_000, 52_700, 56_500, 60_500, 63_800, 58_300, 54_000, 50_000, 48_800])
    private static let season = [0, 1150, 1175, 1095, 1000, 950, 920, 690, 880, 980, 1035, 1085, 1060]
    private static let outbreaks: [Month: Int] = [
        Month(year: 2020, number: 3): 1120, Month(year: 2021, number: 12): 1080, Month(year: 2022, number: 2): 1160,
    ]
    /// The last months are not all reported yet.
    private static let reported: [Month: Int] = [
        Month(year: 2026, number: 8): 985, Month(year: 2026, number: 9): 965, Month(year: 2026, number: 10): 930,
    ]
    private static let header =
        "År;Måned;Afdelingskode;Afdeling;Stillingsgruppe;Antal ansatte;Fuldtidsansatte;Mulige dagsværk;"
        + "Egen sygdom dagsværk;Heraf over 28 dage;Arbejdsskade;Barn syg"

    /// The unit whose payroll was not delivered for two months.
    static let gap = (unit: "2652022", months: [Month(year: 2024, number: 5), Month(year: 2024, number: 6)])

    static func files(_ workforce: Workforce) -> [SampleFile] {
        var random = RandomSource(stream: "absence")
        var model = AbsenceModel(workforce, &random)
        var tables: [Int: Table] = [:]
        for month in Month.all {
            for row in model.rows(month, rate: rate(month, &random), &random) {
                if row.cell.unit.code == gap.unit, gap.months.contains(month) { continue }
                tables[month.year, default: Table(header)].add(cells(row, month))
            }
        }
        return Month.years.map { tables[$0]!.file("fravaer/fravaer-\($0).csv", .payroll) } + [note.file]
    }

    private static func rate(_ month: Month, _ random: inout RandomSource) -> Int {
        var rate = level[month] * season[month.number] / 1000
        rate = rate * (outbreaks[month] ?? 1000) / 1000
        rate = rate * (reported[month] ?? 1000) / 1000
        return rate * (1000 + random.noise(deviation: 22)) / 1000
    }

    private static func cells(_ row: AbsenceModel.Row, _ month: Month) -> [String] {
        let entry = row.cell.entries[month]!
        return [
            "\(month.year)", "\(month.number)", row.cell.unit.code, row.cell.unit.name, row.cell.group.rawValue,
            "\(entry.primo)", comma(entry.equivalents, decimals: 2), comma(row.possible, decimals: 1),
            comma(row.illness, decimals: 1), comma(row.long, decimals: 1), comma(row.injury, decimals: 1),
            comma(row.child, decimals: 1),
        ]
    }

    private static let note = SourceNote(
        folder: "fravaer", title: "Fravær",
        about: [
            "Én fil om året, én række pr. måned, enhed og stillingsgruppe; "
                + "Windows-1252, CRLF, semikolon, decimalkomma.",
            "`Antal ansatte` er ansatte den første i måneden. "
                + "`Heraf over 28 dage` er en del af `Egen sygdom dagsværk`.",
            "Januar 2018 til oktober 2026; august, september og oktober 2026 er foreløbige.",
            "Botilbud Ravnestenen (2652022) mangler i maj og juni 2024.",
        ])
}

/// Long cases that last for months, injuries that come seldom, and short illness that makes up the rest.
struct AbsenceModel {
    struct Row {
        let cell: WorkforceCell
        let possible: Int
        var illness = 0
        var long = 0
        var injury = 0
        var child = 0
    }

    private let workforce: Workforce
    private var cases: [String: Int] = [:]
    private var climate: [String: Int] = [:]

    /// Part of all absence that belongs to cases over 28 days, in thousandths.
    private static let longPart = 420

    init(_ workforce: Workforce, _ random: inout RandomSource) {
        self.workforce = workforce
        for unit in Unit.all { climate[unit.code] = 1000 + random.noise(deviation: 90) }
        for _ in 0..<12 {
            for cell in workforce.active(Month.first) {
                renew(cell, heads: cell.entries[Month.first]!.primo, rate: 52_000, &random)
            }
        }
    }

    mutating func rows(_ month: Month, rate: Int, _ random: inout RandomSource) -> [Row] {
        let active = workforce.active(month)
        var rows = active.map { cell in
            Row(cell: cell, possible: rounded(cell.entries[month]!.equivalents * month.weekdays, over: 10))
        }
        let weights = rows.map { $0.possible * $0.cell.group.traits.absence / 100 * climate[$0.cell.unit.code]! / 1000 }
        let possible = rows.reduce(0) { $0 + $1.possible }
        let weighted = weights.reduce(0, +)
        for index in rows.indices {
            let expected = rate * weights[index] / max(1, rows[index].possible) * possible / weighted
            addSlowAbsence(&rows[index], month, expected: expected, &random)
        }
        let wanted = possible * rate / 1_000_000
        let slow = rows.reduce(0) { $0 + $1.long + $1.injury }
        let short = max(wanted - slow, wanted / 3)
        for index in rows.indices {
            addShortAbsence(&rows[index], mean: short * weights[index] / weighted, month, &random)
        }
        return rows
    }

    private mutating func renew(_ cell: WorkforceCell, heads: Int, rate: Int, _ random: inout RandomSource) {
        let key = cell.unit.code + cell.group.rawValue
        let before = cases[key] ?? 0
        let ended = random.successes(of: before, millionths: 250_000)
        let begun = random.successes(of: heads - before, millionths: rate * AbsenceModel.longPart / 3400)
        cases[key] = min(before - ended + begun, heads)
    }

    private mutating func addSlowAbsence(_ row: inout Row, _ month: Month, expected: Int, _ random: inout RandomSource)
    {
        let heads = row.cell.entries[month]!.primo
        renew(row.cell, heads: heads, rate: expected, &random)
        let ill = cases[row.cell.unit.code + row.cell.group.rawValue]!
        for _ in 0..<ill { row.long += month.weekdays * random.within(68...100) / 10 }
        let hurt = random.successes(of: heads, millionths: row.cell.group.traits.absence * 3 / 2)
        for _ in 0..<hurt { row.injury += random.within(10...150) }
        row.long = min(row.long, row.possible * 6 / 10)
        row.injury = min(row.injury, row.possible / 5)
    }

    private func addShortAbsence(_ row: inout Row, mean: Int, _ month: Month, _ random: inout RandomSource) {
        let heads = max(1, row.cell.entries[month]!.primo)
        let root = (1...heads).last { $0 * $0 <= heads } ?? 1
        let swing = max(0, 1000 + random.noise(deviation: 700 / root))
        row.illness = min(row.long + mean * swing / 1000, row.possible * 7 / 10)
        let young = [JobGroup.teachers, .pedagogues, .academics, .socialWorkers].contains(row.cell.group) ? 5 : 3
        let childSwing = max(0, 1000 + random.noise(deviation: 900 / root))
        row.child = row.possible * young * childSwing / 1_000_000
        if month.number == 7 { row.child /= 3 }
    }
}
