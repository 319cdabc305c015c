/// `booking`: standing bookings of fourteen rooms as rows, and the hours of all sports and school units by month.
enum BookingRegister {
    private struct Facility {
        let name: String
        let building: String
        let kind: String
        /// Who holds each slot in a season, by weekday and slot; nil where it is free.
        var holders: [String?] = []
    }

    private static let slots = [("16:00", "17:30"), ("17:30", "19:00"), ("19:00", "20:30"), ("20:30", "22:00")]
    private static let groups = [
        "Forening, børn og unge", "Forening, voksne", "Aftenskole", "Selvorganiserede", "Skole og SFO", "Kommunen",
    ]

    static func files() -> [SampleFile] {
        (2023...2026).map { bookings($0) } + [hours(), note.file]
    }

    private static func facilities(_ year: Int, _ random: inout RandomSource) -> [Facility] {
        var facilities: [Facility] = []
        for unit in Unit.all(of: .school) {
            facilities.append(Facility(name: "Hal", building: "\(unit.name), idrætshal", kind: "Idrætshal"))
        }
        for unit in Unit.all(of: .sports) {
            facilities.append(Facility(name: "Hal A", building: "\(unit.name), hal A", kind: "Idrætshal"))
            facilities.append(Facility(name: "Hal B", building: "\(unit.name), hal B", kind: "Idrætshal"))
        }
        facilities.append(Facility(name: "Sal 1", building: "Åskolen, fællessal", kind: "Sal"))
        for index in facilities.indices {
            facilities[index].holders = (0..<20).map { place in
                let taken = random.chance(millionths: (place % 4 == 3 ? 590_000 : 800_000) + (year - 2023) * 12_000)
                let weights = place % 4 < 2 ? [58, 12, 6, 9, 11, 4] : [14, 52, 15, 14, 0, 5]
                return taken ? groups[random.index(weights: weights)] : nil
            }
        }
        return facilities
    }

    private static func bookings(_ year: Int) -> SampleFile {
        var random = RandomSource(stream: "bookings \(year)")
        let facilities = facilities(year, &random)
        var quota = Quota()
        var table = Table("Facilitet;Bygning;Lokaletype;Dato;Start;Slut;Brugergruppe;Status;Fremmødt")
        for day in Day.every(in: year) where isOpen(day) {
            for facility in facilities {
                for (place, slot) in slots.enumerated() {
                    guard let holder = facility.holders[(day.weekday - 1) * 4 + place] else { continue }
                    let cancelled = random.chance(millionths: 52_000)
                    let attended = attendance(year, place, cancelled, &quota, &random)
                    table.add([
                        facility.name, facility.building, facility.kind, day.text, slot.0, slot.1, holder,
                        cancelled ? "Afmeldt" : "Godkendt", attended,
                    ])
                }
            }
        }
        return table.file("booking/booking-\(year).csv", .portal)
    }

    private static func attendance(
        _ year: Int, _ place: Int, _ cancelled: Bool, _ quota: inout Quota, _ random: inout RandomSource
    ) -> String {
        if cancelled { return "nej" }
        if random.chance(millionths: 63_000) { return "ukendt" }
        let share = 772_000 + (year - 2023) * 17_000 - (place == 3 ? 90_000 : 0)
        return quota.take(millionths: share, from: &random) ? "ja" : "nej"
    }

    /// Weekdays in the season: not in the school holidays, and not after the period ends.
    private static func isOpen(_ day: Day) -> Bool {
        guard day.weekday <= 5 else { return false }
        if day.year == Month.last.year, day.month > Month.last.number { return false }
        switch (day.month, day.day) {
        case (1, ...4), (2, 10...18), (6, 20...), (7, _), (8, ...11), (10, 12...20), (12, 20...): return false
        default: return true
        }
    }

    private static func hours() -> SampleFile {
        var random = RandomSource(stream: "hours")
        let booked = YearlyLevel([771_000, 778_000, 742_000, 752_000, 788_000, 804_000, 813_000, 822_000, 828_000])
        let used = YearlyLevel([551_000, 557_000, 514_000, 530_000, 571_000, 598_000, 617_000, 634_000, 641_000])
        let season = [0, 1030, 1020, 1040, 990, 960, 900, 620, 940, 1020, 1010, 1050, 960]
        var table = Table("År;Måned;Afdelingskode;Udbudte timer;Bookede timer;Brugte timer")
        let units = Unit.all(of: .school, .sports)
        let popularity = units.map { _ in 1000 + random.noise(deviation: 60) }
        for month in Month.all {
            for (unit, liked) in zip(units, popularity) {
                let rooms = unit.kind == .sports ? 3 : 2
                let offered = rooms * 6 * month.weekdays * (month.number == 7 ? 30 : 100) / 100 - random.below(7)
                let factor = season[month.number] * liked / 1000
                let hired = min(offered, offered * (booked[month] / 1000) * factor / 1_000_000)
                let wanted = offered * (used[month] / 1000) * factor / 1_000_000
                let taken = min(hired, wanted * (1000 + random.noise(deviation: 40)) / 1000)
                table.add(["\(month.year)", "\(month.number)", unit.code, "\(offered)", "\(hired)", "\(taken)"])
            }
        }
        return table.file("booking/timer.csv", .plain)
    }

    private static let note = SourceNote(
        folder: "booking", title: "Booking",
        about: [
            "`booking-ÅÅÅÅ.csv`: faste bookinger på hverdage kl. 16–22 i fjorten lokaler, 2023 til oktober 2026; "
                + "UTF-8 med BOM, CRLF, semikolon, datoer som 31-12-2024, tider som 16:00.",
            "`Fremmødt` er `ja`, `nej` eller `ukendt`; afmeldte er altid `nej`.",
            "`timer.csv`: timer på hverdage kl. 16–22 pr. måned for alle skoler og idrætsanlæg, 2018 til oktober 2026; "
                + "UTF-8 uden BOM, LF, hele timer. "
                + "Den er ikke talt op af bookingrækkerne, som kun dækker nogle lokaler.",
        ])
}
