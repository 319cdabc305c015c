import PersonalData
import Testing

@Suite("E-mail addresses and telephone numbers")
struct ContactTests {
    @Test(
        "e-mail addresses are found anywhere in a cell",
        arguments: [
            "a@b.dk", "mette.larsen@roskilde.dk", "skriv til ola-nordmann+x@rade.kommune.no, tak", "<bo@sø.dk>",
            "bo@skole.dk.", "first_last@x1.y2.com;next@z.no", "åse@blåbær.no",
        ])
    func email(cell: String) {
        #expect(verdict(["intet", cell, "5"]) == PersonalVerdict(kind: .email, firstLine: 3, rows: 1))
    }

    @Test(
        "an @ alone is no address",
        arguments: [
            "12 @ 3,50 kr", "@skole", "a@b", "a@skole", "a@@b.dk", "@b.dk", "a@.dk", "a@b.1", "kl. @ 12.30", "x@y.z",
            "a.@b.dk",
        ])
    func noEmail(cell: String) {
        #expect(verdict([cell]) == nil)
    }

    @Test(
        "telephone numbers with a country code or a word before them are found",
        arguments: [
            "+4522345678", "+45 22 34 56 78", "+47 223 45 678", "0045 22345678", "0047 22 34 56 78", "+45-2234-5678",
            "+45 22-34-56-78",
            "tlf. 22345678", "Ring 22 34 56 78 efter kl. 16", "Mobil: 923 45 678", "svar på +47 92345678.",
            "+45 (22) 34 56 78", "0045 (22 34 56 78)",
        ])
    func telephone(cell: String) {
        #expect(verdict(["intet", cell]) == PersonalVerdict(kind: .telephone, firstLine: 3, rows: 1))
    }

    @Test("eight digits are a telephone number where the heading says so, and nowhere else")
    func heading() {
        var random = Seeded(state: 5)
        let numbers = (0..<200).map { _ in "2" + random.digits(7) }
        for header in ["Telefon", "tlf.", "Mobil nr", "phone", "Mobilnummer"] {
            #expect(verdict(numbers, header: header) == PersonalVerdict(kind: .telephone, firstLine: 2, rows: 200))
        }
        for header in ["CVR", "Mobilitet", "antal", "Telefonopkald"] {
            #expect(verdict(numbers, header: header) == nil, "\(header)")
        }
    }

    @Test("grouped numbers of a column are telephones unless the heading says that they are a company's")
    func grouped() {
        var random = Seeded(state: 6)
        let pairs = (0..<50).map { _ in
            "3\(random.digits(1)) \(random.digits(2)) \(random.digits(2)) \(random.digits(2))"
        }
        #expect(verdict(pairs)?.kind == .telephone)
        #expect(verdict(pairs, header: "CVR-nr.") == nil)
        #expect(
            verdict((0..<50).map { _ in "4\(random.digits(2)) \(random.digits(2)) \(random.digits(3))" })?.kind
                == .telephone)
        #expect(verdict((0..<50).map { _ in "4\(random.digits(2)) \(random.digits(3)) \(random.digits(3))" }) == nil)
    }

    @Test(
        "other signs and digits are no telephone numbers",
        arguments: [
            "+46 12345678", "+4512", "+45 123456789", "004512345", "2024-2025 12345678", "+45 %", "+47 02345678",
        ])
    func none(cell: String) {
        #expect(verdict([cell]) == nil)
    }
}
