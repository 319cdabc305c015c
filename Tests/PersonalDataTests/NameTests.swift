import PersonalData
import Testing

private let headings = ["kolonne", "navn", "Navn på enhed", "unit_name", "medarbejder", "borger", "leder"]

@Suite("Names of persons")
struct NameTests {
    private let given = listed(
        """
        Anne, Peter, Mette, Lars, Kirsten, Michael, Hanne, Søren, Ingrid, Ole, Kari, Bjørn, Åse, Øystein, Marit,
        Anne-Mette, Fatima, Mohammed, Jens Peter, Kjell
        """)
    private let family = listed(
        """
        Jensen, Hansen, Nielsen, Møller, Østergaard, Haugen, Olsen, Johansen, Kirkegaard, Berg, Hagen, Lund,
        Holm Larsen, von Essen, Ali, H. Madsen, McKinley, Bakke-Dahl, Ødegård, Ågren
        """)

    /// Two in three of the given names are common ones.
    private func people(seed: UInt64, _ join: (String, String) -> String) -> [String] {
        var random = Seeded(state: seed)
        return (0..<300).map { index in
            let first = index % 3 == 0 ? "Zoltan" : given.randomElement(using: &random) ?? ""
            return join(first, family.randomElement(using: &random) ?? "")
        }
    }

    @Test("a column of names is found whatever its heading")
    func names() {
        let whole = PersonalVerdict(kind: .name, firstLine: 2, rows: 300)
        for header in headings + ["x", "Efternavn"] {
            #expect(verdict(people(seed: 1) { "\($0) \($1)" }, header: header) == whole, "\(header)")
            #expect(verdict(people(seed: 2) { "\($1), \($0)" }, header: header)?.kind == .name, "\(header)")
            #expect(verdict(people(seed: 3) { "\($0) \($1)".uppercased() }, header: header)?.kind == .name, "\(header)")
        }
    }

    @Test("given names alone are found under navn, and any single words under fornavn and efternavn")
    func parts() {
        #expect(verdict(given, header: "Navn")?.kind == .name)
        #expect(verdict(["Zoltan", "Bo", "Xenia"], header: "Fornavn")?.kind == .name)
        #expect(verdict(["Kovács", "Berg"], header: "Efternavn")?.kind == .name)
        #expect(verdict(["Berg", "Lund", "Hagen"], header: "Etternavn")?.kind == .name)
        #expect(verdict(["Berg", "Lund", "Hagen"], header: "navn") == nil)
    }

    @Test("a few names among other words are no column of names")
    func few() {
        let words = (0..<60).map { "Hold \($0 % 7) om mandagen" } + people(seed: 4) { "\($0) \($1)" }.prefix(20)
        #expect(verdict(words) == nil)
        // Words of the right shape, one in three of which begins with a common given name.
        let mixed = people(seed: 5) { "\($0) \($1)" }.enumerated().map {
            $0 % 3 == 1 ? $1 : "Nordre \($0 % 9 > 4 ? "Land" : "Lier")"
        }
        #expect(verdict(mixed) == nil)
        #expect(verdict(mixed, header: "medarbejder")?.kind == .name)
    }

    @Test("no list of places, institutions, jobs, parties or activities is taken for names", arguments: headings)
    func places(header: String) {
        let lists: [(String, [String])] = [
            ("Danish municipalities", danishMunicipalities),
            ("with Kommune", danishMunicipalities.map { "\($0) Kommune" }),
            ("Norwegian municipalities", norwegianMunicipalities),
            ("with two words", norwegianMunicipalities.filter { $0.contains(" ") }),
            ("units", units), ("schools", schools), ("streets", streets), ("jobs", jobs), ("parties", parties),
            ("activities", activities), ("areas", areas), ("answers", answers),
        ]
        for (name, cells) in lists {
            #expect(verdict(cells, header: header) == nil, "\(name)")
            #expect(verdict(cells.map { $0.uppercased() }, header: header) == nil, "\(name) in capitals")
        }
    }

    @Test("the lists of municipalities are whole")
    func counts() {
        #expect(danishMunicipalities.count == 98)
        #expect(norwegianMunicipalities.count == 357 - 2)  // Herøy and Våler are each two municipalities.
    }

    /// As the benchmark's exports name them.
    private let units: [String] = {
        let places = listed(
            """
            Åby, Ødum, Ærø, Brønshøj, Højbjerg, Skødstrup, Mårslet, Tønder, Rødovre, Hørsholm, Grenå, Næstved,
            Sønderborg, Kærby, Lystrup, Tranbjerg, Viby, Solbjerg, Beder, Malling
            """)
        let kinds = listed(
            """
            Skole, Børnehus, Plejehjem, Hjemmepleje Øst, Hjemmepleje Vest, Bibliotek, Sundhedshus, Botilbud,
            Vuggestue, Ungdomsklub
            """)
        return places.flatMap { place in
            kinds.flatMap { kind in ["\(place) \(kind)", "\(place) \(kind) 1", "\(place) \(kind), afd. 2"] }
        }
    }()
    private let schools = listed(
        """
        Sankt Jørgens Skole, Absalons Skole, Anna Ancher Skolen, Børnehuset Karoline, Peder Lykke Skolen,
        Ellen Marsvins Skole, Christianshavns Skole, Karen Blixens Vuggestue, Niels Steensens Gymnasium,
        Børnehuset Sofie, Naturbørnehaven Emil, Sigrid Undset skole, Kong Oscars gate barnehage,
        Marie Krogh Plejecenter, Sankt Maria Hjemmet, Lilleborg skole, Erik Ejegods Plejehjem, Jens Jessens Bosted,
        Dronning Ingrids Hospital, Ole Vig skole, Tordenskjold barnehage
        """)
    private let streets = listed(
        """
        Karen Blixens Vej, H.C. Andersens Boulevard, Jens Baggesens Gade, Christian Den Fjerdes Gate,
        Ole Rømers Plads, Peder Skrams Gade, Dronning Ingrids Torv, Henrik Ibsens gate, Karl Johans gate,
        Anker Jørgensens Plads, Vestre Ringgade, Søndre Allé, Algade, Store Gråbrødrestræde, Nordre Ravneberg
        """)
    private let jobs = listed(
        """
        Lærere, Pædagoger, Pædagogmedhjælpere, Sygeplejersker, Social- og sundhedsassistenter, Ledere, Øvrige,
        Kontor og IT, Teknisk Service, Leder Skole, Ergoterapeuter, Renholdere, Rådgivende Ingeniør, Daglig Leder,
        Vikar
        """)
    private let parties = listed(
        """
        Socialdemokratiet, Radikale Venstre, Det Konservative Folkeparti, Dansk Folkeparti, Liberal Alliance,
        Nye Borgerlige, Kristendemokraterne, Danmarksdemokraterne, Frie Grønne, Arbeiderpartiet, Kristelig Folkeparti,
        Fremskrittspartiet, Miljøpartiet De Grønne, Rødt, Senterpartiet, Sosialistisk Venstreparti, Høyre,
        Pensjonistpartiet, Enhedslisten
        """)
    private let activities = listed(
        """
        Åbent hus, Læseklub, Sundhedscafé, Bevægelse på hold, Fællesspisning, Lektiecafé, Kør selv-tur til Ærø,
        Rådgivning, Foredrag: “Børn & søvn”, Gåtur i Ådalen, Sankt Hans Aften, Per Capita, Julefrokost, Ung Svømning,
        Yoga For Alle
        """)
    private let areas = listed(
        """
        Børn og Unge, Sundhed og Omsorg, Sociale Forhold, Kultur og Borgerservice, Teknik og Miljø, Hele Landet,
        Region Sjælland, Region Hovedstaden, Møre og Romsdal, Kultur og Fritid, Indre By, Vesterbro, Gamle Oslo,
        Bydel Alna
        """)
    private let answers = listed(
        "Ja, Nej, Nei, Ved ikke, Helt Enig, Enig, Hverken Eller, Uenig, Delvist Enig, Meget Ofte, Aldri")
}
