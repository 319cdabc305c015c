/// `lokaler`: the municipality's buildings and how many groups use them, by year.
enum BuildingRegister {
    struct Building {
        let name: String
        let number: String
        let unit: Unit
        let kind: String
        let area: Int
        /// From 0 (shared first) to 999,999 (shared last).
        let turn: Int
    }

    private static let shared = YearlyLevel([552_000, 574_000, 585_000, 602_000, 648_000, 697_000, 742_000, 779_000])
    private static let years = 2018...2025
    /// The building nobody counted in 2020 and 2021.
    private static let uncounted = "B0119"

    static func files() -> [SampleFile] {
        var random = RandomSource(stream: "buildings")
        let buildings = all(&random)
        var table = Table(
            "År;Bygning;Bygningsnummer;Afdelingskode;Lokaletype;Areal m2;Brugergrupper med mindst 10 uger")
        for year in years {
            let opened = opened(buildings, year)
            for building in buildings {
                let several = opened.contains(building.number)
                let groups = several ? 2 + random.index(weights: [42, 30, 17, 8, 3]) : random.index(weights: [25, 75])
                let missing = building.number == uncounted && (year == 2020 || year == 2021)
                table.add([
                    "\(year)", building.name, building.number, building.unit.code, building.kind,
                    "\(building.area)", missing ? "" : "\(groups)",
                ])
            }
        }
        return [table.file("lokaler/lokaler.csv", .plain), note.file]
    }

    private static func opened(_ buildings: [Building], _ year: Int) -> Set<String> {
        let counted = buildings.filter { $0.area >= 100 }.sorted { ($0.turn, $0.number) < ($1.turn, $1.number) }
        let wanted = rounded(counted.count * shared[year], over: 1_000_000)
        let small = buildings.filter { $0.area < 100 && $0.turn < 300_000 }
        return Set((counted.prefix(wanted) + small).map(\.number))
    }

    private static func all(_ random: inout RandomSource) -> [Building] {
        let plans: [(kinds: [UnitKind], parts: [(name: String, kind: String, area: ClosedRange<Int>)])] = [
            (
                [.school],
                [
                    ("hovedbygning", "Skole", 2900...6400), ("idrætshal", "Idrætshal", 780...1450),
                    ("fællessal", "Sal", 190...420), ("pavillon", "Mødelokale", 62...240),
                ]
            ),
            ([.daycare], [("børnehus", "Daginstitution", 210...820)]),
            ([.nursingHome], [("fælleshus", "Plejecenter", 320...900), ("café", "Mødelokale", 78...190)]),
            ([.training], [("træningshus", "Træning", 520...760)]),
            ([.library], [("bibliotek", "Bibliotek", 640...2900), ("studiesal", "Sal", 88...260)]),
            (
                [.sports],
                [
                    ("hal A", "Idrætshal", 1050...1900), ("hal B", "Idrætshal", 820...1300),
                    ("mødehus", "Mødelokale", 72...210),
                ]
            ),
            ([.culture], [("hus", "Kulturhus", 140...1250)]),
        ]
        var buildings: [Building] = []
        for plan in plans {
            for unit in Unit.all where plan.kinds.contains(unit.kind) {
                for part in plan.parts {
                    buildings.append(
                        Building(
                            name: "\(unit.name), \(part.name)", number: "B01" + padded(buildings.count + 1, to: 2),
                            unit: unit, kind: part.kind, area: random.within(part.area), turn: random.below(1_000_000)))
                }
            }
        }
        return buildings
    }

    private static let note = SourceNote(
        folder: "lokaler", title: "Lokaler",
        about: [
            "Én række pr. bygning og år, 2018–2025. En bygning har mere end én funktion, "
                + "når mindst to grupper bruger den i mindst 10 uger; bygninger under 100 m² regnes ikke med.",
            "Tomt felt i 2020 og 2021 for bygning B0119: ikke opgjort.",
            "UTF-8 uden BOM, LF, semikolon, hele tal.",
        ])
}
