import Testing
import Vocabulary

/// Norwegian municipalities through the reforms of 2020 and 2024 (codes of Statistics Norway's KLASS 131), and cases
/// made up.
@Suite struct UnitSuccessions {
    private static func unit(_ code: String, _ from: String = "", _ to: String = "", _ successors: UnitCode...)
        -> UnitDescription
    {
        UnitDescription(
            code: UnitCode(code), name: .init(everywhere: code), validFrom: CalendarDay(from), validTo: CalendarDay(to),
            successors: successors)
    }

    private let norway = UnitTree([
        unit("0135", "", "2019-12-31", "3017"), unit("3017", "2020-01-01", "2023-12-31", "3112"),
        unit("3112", "2024-01-01"),
        unit("3001", "2020-01-01", "2023-12-31", "3101"), unit("3101", "2024-01-01"),
        unit("0104", "", "2019-12-31", "3002"), unit("0136", "", "2019-12-31", "3002"),
        unit("3002", "2020-01-01", "2023-12-31", "3103"), unit("3103", "2024-01-01"),
        unit("1507", "2020-01-01", "2023-12-31", "1508", "1580"), unit("1508", "2024-01-01"),
        unit("1580", "2024-01-01"),
        unit("1504", "", "2019-12-31", "1507"), unit("9999", "", "2020-12-31"),
    ])

    @Test func aRenamedUnitIsFollowedToItsLastName() {
        #expect(norway.resolve("0135") == .succeeded(by: "3112", isAlone: true))
        #expect(norway.resolve("3017") == .succeeded(by: "3112", isAlone: true))
        #expect(norway.resolve("3001") == .succeeded(by: "3101", isAlone: true))
        #expect(norway.resolve("3112") == .current("3112"))
        #expect(norway.resolve("9999") == .current("9999"), "closed, and nothing took its place")
        #expect(norway.resolve("135") == nil && norway.resolve("") == nil)
    }

    @Test func manyToOneIsToldFromTheLinkOn() {
        #expect(norway.resolve("0104") == .succeeded(by: "3103", isAlone: false))
        #expect(norway.resolve("0136") == .succeeded(by: "3103", isAlone: false))
        #expect(
            norway.resolve("3002") == .succeeded(by: "3103", isAlone: true),
            "Moss after the merger only changed its code")
        #expect(norway.predecessors(of: "3002") == ["0104", "0136"] && norway.predecessors(of: "0104") == [])
    }

    @Test func aSplitEndsTheWay() {
        #expect(norway.resolve("1507") == .split(into: ["1508", "1580"]))
        #expect(norway.resolve("1504") == .split(into: ["1508", "1580"]), "renamed, and then split")
        let half = UnitTree([
            Self.unit("a", "", "", "b", "c"), Self.unit("b"), Self.unit("c"), Self.unit("d", "", "", "b"),
        ])
        #expect(half.resolve("d") == .succeeded(by: "b", isAlone: false), "a part of another went there too")
    }

    /// One unit that goes into another which was there already is a merger too, although no third one is listed.
    @Test func aUnitTakenInByItsNeighbourIsNotAlone() {
        func tree(from: String, to: String) -> UnitTree {
            UnitTree([Self.unit("a", "", to, "b"), Self.unit("b", from)])
        }
        #expect(tree(from: "", to: "2019-12-31").resolve("a") == .succeeded(by: "b", isAlone: false))
        #expect(tree(from: "2019-12-31", to: "2019-12-31").resolve("a") == .succeeded(by: "b", isAlone: false))
        #expect(tree(from: "2020-01-01", to: "2019-12-31").resolve("a") == .succeeded(by: "b", isAlone: true))
        #expect(tree(from: "", to: "").resolve("a") == .succeeded(by: "b", isAlone: true), "no dates: a new name")
    }

    @Test func theSameSuccessorTwiceIsOne() {
        let tree = UnitTree([Self.unit("a", "", "", "b", "b"), Self.unit("b")])
        #expect(tree.resolve("a") == .succeeded(by: "b", isAlone: true))
    }

    @Test func circlesAndUnknownSuccessorsLeadNowhere() {
        let tree = UnitTree([
            Self.unit("a", "", "", "b"), Self.unit("b", "", "", "c"), Self.unit("c", "", "", "b"),
            Self.unit("s", "", "", "s"),
            Self.unit("x", "", "", "y"), Self.unit("z", "", "", "a", "y"),
        ])
        #expect(["a", "b", "c", "s", "x", "y", "z"].allSatisfy { tree.resolve($0) == nil })
        #expect(
            tree.successionFaults.map { "\($0.unit) \($0.kind)" } == [
                "b circle", "s circle", "x unknownSuccessor(y)", "z unknownSuccessor(y)",
            ])
        #expect(norway.successionFaults.isEmpty)
    }

    @Test func aCircleThroughASplitIsFoundOnce() {
        let tree = UnitTree([
            Self.unit("a", "", "", "b", "c"), Self.unit("b"), Self.unit("c", "", "", "d"), Self.unit("d", "", "", "a"),
            Self.unit("p", "", "", "q"), Self.unit("q", "", "", "p"),
        ])
        #expect(tree.successionFaults.map(\.unit) == ["a", "p"])
        #expect(tree.successionFaults.allSatisfy { $0.kind == .circle })
    }

    @Test func datesTheWrongWayRoundAreFound() {
        let tree = UnitTree([
            Self.unit("a", "2020-01-01", "2019-12-31"), Self.unit("b", "2020-01-01", "2020-01-01"),
            Self.unit("c", "", "2023-12-31", "d"), Self.unit("d", "", "2023-12-30"),
            Self.unit("e", "", "2023-12-30", "f"),
            Self.unit("f", "", "2023-12-31"),
        ])
        #expect(tree.successionFaults.map(\.unit) == ["a", "c"])
        #expect(tree.successionFaults.map(\.kind) == [.endsBeforeItBegins, .successorEndedBefore("d")])
    }

    @Test(arguments: [
        ("0135", "2019", true), ("0135", "2020", false), ("3017", "2019", false), ("3017", "2020", true),
        ("3017", "2023", true),
        ("3017", "2024", false), ("3017", "2019/20", true), ("3017", "2022-2024", true), ("3017", "2023-12-31", true),
        ("3017", "2024-01-01", false), ("3112", "2199", true), ("0135", "1800", true), ("3017", "2024U01", false),
        ("3017", "2020U01", true), ("77", "2020", false),
    ]) func isValidInAnyPeriodThatSharesADay(_ code: String, _ period: String, _ expected: Bool) throws {
        #expect(norway.wasValid(UnitCode(code), in: try #require(Period(period))) == expected)
    }
}
