/// `skoletrivsel`: wellbeing and bullying as published at each level. The municipality's row holds pupils who are
/// in no listed school, and the country's row is given: neither is a mean of the schools.
enum SchoolRegister {
    static let years = 2018...2026
    /// School years, named by their end, in which the number of pupils was not delivered.
    private static let withoutPupils = [2019, 2021]
    private static let smallest = 10

    static func files() -> [SampleFile] {
        let pupils = SchoolPupils()
        return [wellbeing(pupils), bullying(pupils), note.file]
    }

    private static func wellbeing(_ pupils: SchoolPupils) -> SampleFile {
        var random = RandomSource(stream: "school wellbeing")
        var table = Table(
            "Skoleår;Institutionsnummer;Institution;Trin;Køn;Indikator;Gennemsnit;Andel 1,0-2,0;Andel 2,1-3,0;"
                + "Andel 3,1-4,0;Andel 4,1-5,0;Antal elever")
        for year in years {
            for theme in WellbeingTheme.all {
                var answers = pupils.empty(WellbeingBands())
                for cell in pupils.cells(year) {
                    let level = cell.isCountry ? theme.country[year] : theme.level[year]
                    let share = level + cell.effect + random.noise(deviation: cell.isCountry ? 900 : 11_000)
                    answers.add(WellbeingBands(count: cell.count, over: share, theme, year, &random), cell)
                }
                for row in answers.rows() {
                    table.add(name(row, year) + [theme.name] + cells(row.sum, year))
                }
            }
        }
        return table.file("skoletrivsel/skoletrivsel.csv", .portal)
    }

    private static func bullying(_ pupils: SchoolPupils) -> SampleFile {
        var random = RandomSource(stream: "bullying")
        let level = YearlyLevel([84_000, 90_000, 80_000, 95_000, 85_000, 93_000, 99_000, 86_000, 90_000])
        let country = YearlyLevel([83_000, 82_000, 79_000, 84_000, 88_000, 90_000, 91_000, 89_000, 88_000])
        var table = Table("Skoleår;Institutionsnummer;Institution;Trin;Køn;Andel mobbet;Antal elever")
        for year in years {
            var answers = pupils.empty(BulliedPupils())
            for cell in pupils.cells(year) {
                let here = cell.isCountry ? country[year] : level[year]
                let noise = random.noise(deviation: cell.isCountry ? 700 : 13_000)
                let share = max(5_000, here - cell.effect / 2 + noise)
                let bullied = (cell.count * share + random.below(1_000_000)) / 1_000_000
                answers.add(BulliedPupils(asked: cell.count, bullied: bullied), cell)
            }
            for row in answers.rows() {
                let small = row.sum.asked < smallest
                let share =
                    small ? ".." : comma(rounded(row.sum.bullied * 1000, over: max(1, row.sum.asked)), decimals: 1)
                table.add(name(row, year) + [share, count(row.sum.asked, year)])
            }
        }
        return table.file("skoletrivsel/mobning.csv", .portal)
    }

    private static func name<Sum>(_ row: PupilSums<Sum>.Row, _ year: Int) -> [String] {
        ["\(year - 1)/\(year)", row.place.code, row.place.name, row.stage.rawValue, row.sex.rawValue]
    }

    private static func cells(_ bands: WellbeingBands, _ year: Int) -> [String] {
        guard bands.total >= smallest else { return ["..", "..", "..", "..", "..", count(bands.total, year)] }
        let shares = bands.counts.map { comma(rounded($0 * 1000, over: bands.total), decimals: 1) }
        return [comma(bands.mean, decimals: 2)] + shares + [count(bands.total, year)]
    }

    private static func count(_ pupils: Int, _ year: Int) -> String {
        if withoutPupils.contains(year) { return "" }
        return pupils < smallest ? ".." : "\(pupils)"
    }

    private static let note = SourceNote(
        folder: "skoletrivsel", title: "Skoletrivsel",
        about: [
            "Formen følger den nationale trivselsmåling, som den offentliggøres; "
                + "også rækkerne for hele landet er eksempler.",
            "Andelene gælder som givet på hvert niveau. Kommunens række har elever med, som ikke står under en skole: "
                + "den kan ikke regnes ud af skolernes.",
            "`..` betyder færre end 10 elever. I 2018/2019 og 2020/2021 er `Antal elever` ikke leveret (tomt felt).",
            "Koderne er enhedskoderne i `enheder.csv`; 265 er kommunen og 000 hele landet.",
            "UTF-8 med BOM, CRLF, semikolon, decimalkomma.",
        ])
}

struct WellbeingTheme {
    let name: String
    /// The share over 3.0 in the municipality and in the country.
    let level: YearlyLevel
    let country: YearlyLevel
    /// Of those over 3.0, the share over 4.0.
    let highest: YearlyLevel

    static let all = [
        WellbeingTheme(
            name: "Generel skoletrivsel",
            level: YearlyLevel([921_000, 917_000, 914_000, 905_000, 893_000, 880_000, 868_000, 862_000, 855_000]),
            country: YearlyLevel([926_000, 923_000, 921_000, 911_000, 898_000, 875_000, 861_000, 863_000, 866_000]),
            highest: YearlyLevel([352_000, 346_000, 341_000, 329_000, 311_000, 300_000, 292_000, 290_000, 288_000])),
        WellbeingTheme(
            name: "Social trivsel",
            level: YearlyLevel([946_000, 944_000, 945_000, 937_000, 931_000, 929_000, 926_000, 928_000, 929_000]),
            country: YearlyLevel([948_000, 947_000, 946_000, 940_000, 934_000, 929_000, 925_000, 926_000, 928_000]),
            highest: YearlyLevel([561_000, 557_000, 559_000, 540_000, 531_000, 528_000, 526_000, 529_000, 531_000])),
        WellbeingTheme(
            name: "Ro og orden",
            level: YearlyLevel([862_000, 858_000, 860_000, 851_000, 836_000, 829_000, 826_000, 835_000, 842_000]),
            country: YearlyLevel([868_000, 865_000, 863_000, 855_000, 840_000, 830_000, 824_000, 828_000, 831_000]),
            highest: YearlyLevel([252_000, 249_000, 251_000, 243_000, 229_000, 224_000, 221_000, 228_000, 233_000])),
    ]
}
