/// The invented organisation under the real root: departments and units.
struct Department {
    let code: String
    let name: String

    static let children = Department(code: "26510", name: "Børn og Unge")
    static let care = Department(code: "26520", name: "Social, Ældre og Sundhed")
    static let culture = Department(code: "26530", name: "Kultur og Fritid")
    static let work = Department(code: "26540", name: "Beskæftigelse og Borgerservice")
    static let city = Department(code: "26550", name: "By, Natur og Teknik")
    static let all = [children, care, culture, work, city]
}

enum UnitKind: String {
    case school = "skole"
    case daycare = "dagtilbud"
    case nursingHome = "plejecenter"
    case homeCare = "hjemmepleje"
    case residence = "botilbud"
    case training = "traening"
    case library = "bibliotek"
    case culture = "kultur"
    case sports = "idraetsanlaeg"
    case jobCentre = "jobcenter"
    case citizenService = "borgerservice"
    case technical = "teknik"
    case administration = "administration"
}

struct Unit {
    let code: String
    let name: String
    let department: Department
    let kind: UnitKind
    /// Staff at the start, by job group.
    let staff: [(group: JobGroup, count: Int)]
    var opens: Month?
    var closes: Month?
    /// The unit this one became part of.
    var successor: String?
    /// For the very small units: the number in each job group from a given year on, in the order of `staff`.
    var steps: [(year: Int, counts: [Int])] = []

    init(
        _ department: Department, _ number: String, _ name: String, _ kind: UnitKind,
        _ staff: [(group: JobGroup, count: Int)]
    ) {
        self.code = department.code + number
        self.name = name
        self.department = department
        self.kind = kind
        self.staff = staff
    }

    func isActive(_ month: Month) -> Bool {
        month >= (opens ?? Month.first) && month <= (closes ?? Month.last)
    }

    func opening(_ month: Month) -> Unit {
        var unit = self
        unit.opens = month
        return unit
    }

    func closing(_ month: Month, into successor: String) -> Unit {
        var unit = self
        unit.closes = month
        unit.successor = successor
        return unit
    }

    func stepping(_ steps: [(year: Int, counts: [Int])]) -> Unit {
        var unit = self
        unit.steps = steps
        return unit
    }
}

extension Unit {
    static let all = children + care + culture + work + city

    static func all(of kinds: UnitKind...) -> [Unit] {
        all.filter { kinds.contains($0.kind) }
    }

    private static func school(_ number: String, _ name: String, _ counts: [Int]) -> Unit {
        let groups: [JobGroup] = [.teachers, .pedagogues, .technical, .leaders]
        return Unit(.children, number, name, .school, zip(groups, counts).map { ($0, $1) })
    }

    private static func daycare(_ number: String, _ name: String, _ counts: [Int]) -> Unit {
        let groups: [JobGroup] = [.pedagogues, .assistants, .leaders]
        return Unit(.children, number, name, .daycare, zip(groups, counts).map { ($0, $1) })
    }

    private static func nursingHome(_ number: String, _ name: String, _ counts: [Int]) -> Unit {
        let groups: [JobGroup] = [.care, .nurses, .service, .leaders]
        return Unit(.care, number, name, .nursingHome, zip(groups, counts).map { ($0, $1) })
    }

    private static func homeCare(_ number: String, _ name: String, _ counts: [Int]) -> Unit {
        let groups: [JobGroup] = [.care, .nurses, .leaders]
        return Unit(.care, number, name, .homeCare, zip(groups, counts).map { ($0, $1) })
    }

    private static func residence(_ number: String, _ name: String, _ counts: [Int]) -> Unit {
        let groups: [JobGroup] = [.pedagogues, .care, .leaders]
        return Unit(.care, number, name, .residence, zip(groups, counts).map { ($0, $1) })
    }

    private static let children: [Unit] = [
        school("01", "Åskolen", [44, 15, 5, 3]),
        school("02", "Kornmarkskolen", [38, 13, 5, 3]),
        school("03", "Stjernehøjskolen", [47, 18, 6, 4]),
        school("04", "Pilegrenskolen", [33, 12, 4, 3]),
        school("05", "Havblikskolen", [41, 14, 5, 3]),
        school("06", "Bølgeskolen", [36, 13, 4, 3]),
        school("07", "Tidselmarkskolen", [14, 6, 2, 1]),
        daycare("21", "Børnehuset Lærken", [16, 9, 1]),
        daycare("22", "Børnehuset Papirsvalen", [19, 11, 2]),
        daycare("23", "Børnehuset Birkefløjten", [14, 8, 1]),
        daycare("24", "Børnehuset Sneglesporet", [17, 10, 2]),
        daycare("25", "Børnehuset Vindstjernen", [13, 8, 1]),
        daycare("26", "Naturbørnehaven Dugdråben", [4, 3, 1])
            .stepping([(2018, [4, 3, 1]), (2021, [5, 3, 1]), (2024, [4, 3, 1])]),
        Unit(
            .children, "41", "Pædagogisk Rådgivning", .administration, [(.academics, 24), (.office, 8), (.leaders, 3)]),
        Unit(
            .children, "42", "Sekretariat for Børn og Unge", .administration,
            [(.office, 17), (.academics, 12), (.leaders, 3)]),
    ]

    private static let care: [Unit] = [
        nursingHome("01", "Plejecenter Bakkegården", [66, 9, 12, 3]),
        nursingHome("02", "Plejecenter Fjordsivet", [58, 8, 11, 3]),
        nursingHome("03", "Plejecenter Lindeløvet", [72, 10, 13, 4]),
        nursingHome("04", "Plejecenter Sivhaven", [49, 7, 9, 2]),
        homeCare("11", "Hjemmepleje Nord", [70, 9, 3])
            .closing(Month(year: 2022, number: 12), into: "2652015"),
        homeCare("12", "Hjemmepleje Syd", [62, 8, 3])
            .closing(Month(year: 2022, number: 12), into: "2652015"),
        homeCare("13", "Hjemmepleje Øst", [88, 12, 4]),
        homeCare("14", "Hjemmepleje Vest", [80, 11, 3]),
        homeCare("15", "Hjemmepleje Nord og Syd", [0, 0, 0]).opening(Month(year: 2023, number: 1)),
        residence("21", "Botilbud Askelunden", [30, 18, 2]),
        residence("22", "Botilbud Ravnestenen", [25, 16, 2]),
        residence("23", "Botilbud Kildespringet", [15, 9, 1]).opening(Month(year: 2022, number: 8)),
        Unit(.care, "31", "Træningscentret Spiralen", .training, [(.therapists, 39), (.office, 5), (.leaders, 2)]),
        Unit(
            .care, "41", "Visitation og Rådgivning", .administration,
            [(.socialWorkers, 24), (.office, 19), (.leaders, 4)]),
    ]

    private static let culture: [Unit] = [
        Unit(.culture, "01", "Hovedbiblioteket Bogøen", .library, [(.librarians, 21), (.office, 14), (.leaders, 3)]),
        Unit(.culture, "02", "Biblioteket Læsehjørnet", .library, [(.librarians, 7), (.office, 5)]),
        Unit(.culture, "11", "Idrætsanlægget Tribunen", .sports, [(.technical, 17), (.service, 6), (.leaders, 2)]),
        Unit(.culture, "12", "Idrætsanlægget Stævnehallerne", .sports, [(.technical, 12), (.service, 5)]),
        Unit(.culture, "13", "Svømmehallen Skumtoppen", .sports, [(.technical, 18), (.service, 6), (.leaders, 1)]),
        Unit(.culture, "21", "Kulturskolen Klangbunden", .culture, [(.teachers, 22), (.office, 5), (.leaders, 2)]),
        Unit(.culture, "31", "Lokalarkivet", .culture, [(.academics, 3), (.office, 3)])
            .stepping([(2018, [3, 3]), (2022, [2, 2]), (2024, [3, 3]), (2025, [2, 2])]),
    ]

    private static let work: [Unit] = [
        Unit(
            .work, "01", "Jobcenter Indgangen", .jobCentre,
            [(.socialWorkers, 58), (.office, 36), (.academics, 10), (.leaders, 6)]),
        Unit(
            .work, "02", "Ungeindsatsen Springbrættet", .jobCentre,
            [(.socialWorkers, 22), (.pedagogues, 9), (.leaders, 2)]),
        Unit(.work, "11", "Borgerservice", .citizenService, [(.office, 39), (.academics, 4), (.leaders, 3)]),
        Unit(.work, "12", "Ydelser og Kontrol", .administration, [(.office, 32), (.academics, 5), (.leaders, 2)]),
        Unit(.work, "21", "Virksomhedskontakten", .administration, [(.office, 4), (.academics, 3)])
            .stepping([(2018, [4, 3]), (2020, [4, 4]), (2023, [3, 3]), (2025, [4, 3])]),
    ]

    private static let city: [Unit] = [
        Unit(.city, "01", "Vej og Park", .technical, [(.technical, 64), (.office, 8), (.leaders, 4)]),
        Unit(.city, "02", "Plan og Byggesag", .administration, [(.academics, 30), (.office, 12), (.leaders, 3)]),
        Unit(.city, "03", "Ejendomme og Service", .technical, [(.technical, 34), (.service, 18), (.leaders, 3)]),
        Unit(.city, "11", "Naturvejledningen", .technical, [(.academics, 3), (.technical, 3)])
            .stepping([(2018, [3, 3]), (2020, [2, 2]), (2023, [4, 3])]),
    ]
}
