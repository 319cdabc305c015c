import Findings
import Store
import Testing

/// How numbers are written is decided by all files of a dataset together, and by all their rows.
@Suite struct NumberFormats {
    private static let header = "Aar;Enhed;Antal;Svar\n"

    private func project(_ files: [(String, [String])], decimals: Int? = nil, more: String = "") throws
        -> TemporaryProject
    {
        let column = #""antal": {"header": "Antal""# + (decimals.map { #", "decimals": \#($0)"# } ?? "") + "}"
        return try TemporaryProject(
            dataset: TemporaryProject.dataset(numbers: column, more: more),
            files: Dictionary(uniqueKeysWithValues: files.map { ("Data/\($0.0).csv", Self.file($0.1)) }))
    }

    private static func file(_ cells: [String]) -> String {
        header + cells.map { "2024;01;\($0);Ja\n" }.joined()
    }

    private func sum(_ project: TemporaryProject) throws -> String {
        try project.figures().map { $0.split(separator: " ")[2].description }.joined(separator: "|")
    }

    // MARK: a thousand or a decimal number?

    @Test(arguments: [
        ("a", "b", "2,5", "1236.5"), ("b", "a", "2,5", "1236.5"), ("a", "b", "2.5", "3.734"),
        ("b", "a", "2.5", "3.734"),
    ])
    func anotherFileDecides(_ open: String, _ sure: String, _ cell: String, _ expected: String) throws {
        let together = try project([(open, ["1.234"]), (sure, [cell])])
        #expect(try together.loaded().findings.isEmpty)
        #expect(try sum(together) == expected)
        let later = try project([(sure, [cell])])
        try later.loaded()
        try later.write("Data/\(open).csv", Self.file(["1.234"]))
        #expect(try later.loaded().findings.isEmpty)
        #expect(try sum(later) == expected, "the file that comes later is read alike")
    }

    @Test func whereNothingDecidesItIsAsked() throws {
        let alone = try project([("a", ["1.234", "5"]), ("b", ["7"])])
        let found = try alone.load(alone.store()).findings
        #expect(found.map { "\($0.code) \($0.place?.file ?? "")" } == ["ambiguous-number Data/a.csv"])
        let torn = try project([("a", ["1.234"]), ("b", ["1,5"]), ("c", ["1.5"])])
        #expect(try torn.load(torn.store()).findings.map(\.code) == ["ambiguous-number"], "two files, two answers")
        let told = try project([("a", ["1.234", "5"])], more: #", "dialect": {"decimal": "."}"#)
        try told.loaded()
        #expect(try sum(told) == "6.234")
    }

    /// The file that decided now says otherwise: the rows read by its word must be read anew.
    @Test func aFileThatDecidedMayChangeItsMind() throws {
        let project = try project([("a", ["1.234"]), ("b", ["1.5"])])
        try project.loaded()
        #expect(try sum(project) == "2.734")
        try project.write("Data/b.csv", Self.file(["1,5"]))
        try project.loaded()
        #expect(try sum(project) == "1235.5")
    }

    // MARK: samples that mislead

    /// Cells that contradict 9,000 others, and what all add up to.
    static let contradictions: [(plain: String, odd: String, sum: String?)] = [
        ("5", "0,125", "45000.125"), ("5", "1.234.567,5", "1279567.5"), ("5", "1e3", "46000"),
        ("5", "25e-2", "45000.25"),
        ("1,5", "1.234", "14734"), ("1,5", "2,0625", "13502.0625"), ("5", "1 234 567", "1279567"),
        ("0,5", "-1.000.000", "-995500"),
        ("5", "1.234", nil), ("5", "1,234", nil),
    ]

    @Test(arguments: contradictions.indices) func aRowAfterTheSampleCountsAsOneBeforeIt(_ index: Int) throws {
        let (plain, odd, expected) = Self.contradictions[index]
        let many = [String](repeating: plain, count: 9000)
        for cells in [[odd] + many, many + [odd]] {
            let project = try project([("a", cells)])
            let report = try project.load(project.store())
            if let expected {
                #expect(!report.findings.stops(), "\(report.findings)")
                #expect(try sum(project) == expected)
                #expect(report.datasets[0].files[0].account == "9001 9001 0 0 0 0")
            } else {
                #expect(report.findings.map(\.code) == ["ambiguous-number"])
            }
        }
    }

    /// Declared decimals tell how many to keep, not how thousands are written.
    @Test(arguments: ["1,234", "1.234"]) func declaredDecimalsDoNotHideAnOpenQuestion(_ odd: String) throws {
        let many = [String](repeating: "5", count: 9000)
        for cells in [[odd] + many, many + [odd]] {
            let project = try project([("a", cells)], decimals: 2)
            #expect(try project.load(project.store()).findings.map(\.code) == ["ambiguous-number"])
        }
    }

    /// What other files tell, a file of whole numbers must not read by its own habit.
    @Test(arguments: [("0.125", "1,234", "46234.125"), ("1.5", "2.000", "45003.5"), ("0,125", "1.234", "46234.125")])
    func aLateRowIsReadByTheOtherFilesWord(_ sure: String, _ odd: String, _ expected: String) throws {
        let many = [String](repeating: "5", count: 9000)
        for cells in [[odd] + many, many + [odd]] {
            let project = try project([("a", [sure]), ("b", cells)])
            try project.loaded()
            #expect(try sum(project) == expected)
        }
    }

    @Test func aLateRowThatContradictsOtherFilesLeavesItOpen() throws {
        let many = [String](repeating: "5", count: 9000)
        for cells in [["2,5"] + many, many + ["2,5"]] {
            let project = try project([("a", ["1.234"]), ("b", ["1.5"]), ("c", cells)])
            #expect(try project.load(project.store()).findings.map(\.code) == ["ambiguous-number"])
        }
    }

    @Test func aFaultAfterTheSampleStandsInItsPlace() throws {
        let project = try project([("a", [String](repeating: "5", count: 9000) + ["mange"])])
        let found = try project.load(project.store()).findings
        #expect(found.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0) \($0.code)" } == ["9002:9 not-a-number"])
    }

    // MARK: how many decimals fit

    /// 16 decimals and the two digits of 20 are what 64 bits hold of all such numbers.
    @Test func aFoundScaleNeverOverflows() throws {
        let project = try project([("a", ["0.30000000000000004", "20.5"])])
        #expect(try project.loaded().findings.map { "\($0.severity) \($0.code)" } == ["warning rounded-decimals"])
        #expect(try sum(project) == "20.8")
        #expect(try project.answers("SELECT scale FROM dataset_column WHERE name = 'antal'") == ["16"])
    }

    /// Which file a number stands in decides nothing.
    @Test func aFoundScaleFitsTheNumbersOfAllFiles() throws {
        let split = try project([("a", ["0.30000000000000004"]), ("b", ["200.5"])])
        #expect(try split.loaded().findings.map(\.code) == ["rounded-decimals"])
        #expect(try sum(split) == "200.8")
    }

    @Test func aFileThatComesLaterIsHeldByTheSameScale() throws {
        let later = try project([("a", ["0.30000000000000004"])])
        try later.loaded()
        #expect(try sum(later) == "0.30000000000000004")
        try later.write("Data/b.csv", Self.file(["200.5"]))
        try later.loaded()
        #expect(try sum(later) == "200.8")
    }

    /// The decimals that a larger number took come back when it goes.
    @Test(arguments: [nil, "2.5"]) func aLargeNumberThatIsGoneGivesTheDecimalsBack(_ instead: String?) throws {
        let project = try project([("a", ["0.30000000000000004"]), ("b", ["200.5"])])
        try project.loaded()
        if let instead {
            try project.write("Data/b.csv", Self.file([instead]))
        } else {
            try project.remove("Data/b.csv")
        }
        try project.loaded()
        let fresh = try project.afresh()
        try fresh.loaded()
        #expect(try sum(project) == sum(fresh))
    }

    /// A number too large to load is set aside; the decimals of the others stay.
    @Test func aNumberSetAsideTakesNoDecimalsFromTheOthers() throws {
        let project = try project([("a", ["1.5", "2.25", "99999999999999999999"])], more: #", "setAside": 1"#)
        try project.loaded()
        #expect(try sum(project) == "3.75")
    }
}
