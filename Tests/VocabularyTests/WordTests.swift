import Testing
import Vocabulary

@Suite struct Languages {
    @Test func textFallsBackThroughDanishBokmalEnglish() {
        #expect(LocalizedText([.danish: "a", .english: "c"])(.bokmal) == "a")
        #expect(LocalizedText([.danish: "a", .bokmal: "b"])(.english) == "a")
        #expect(LocalizedText([.bokmal: "b", .english: "c"])(.danish) == "b")
        #expect(LocalizedText([.english: "c"])(.danish) == "c")
        #expect(LocalizedText()(.danish) == "")
        #expect(LocalizedText(everywhere: "x").texts.count == Language.allCases.count)
        #expect(LocalizedText([.danish: ""]).isEmpty && !LocalizedText([.danish: "", .english: "c"]).isEmpty)
    }
}

@Suite struct Measurements {
    @Test func ratiosAreMultiplied() {
        #expect(UnitOfMeasure.Kind.allCases.map { UnitOfMeasure(kind: $0).multiplier } == [100, 1000, 1, 1])
    }

    @Test(arguments: [
        (Direction.up, nil, 80.0, true), (.up, nil, 79.9, false), (.down, nil, 80.0, true), (.down, nil, 80.1, false),
        (.within, 90.0, 90.0, true), (.within, 90.0, 80.0, true), (.within, 90.0, 90.1, false), (.up, 90.0, 79.9, false),
    ] as [(Direction, Double?, Double, Bool)])
    func targetsAreMet(_ direction: Direction, _ upper: Double?, _ figure: Double, _ isMet: Bool) {
        let target = Target(year: 2030, value: 80, upper: upper, status: .example)
        #expect(target.isMet(by: figure, direction) == isMet)
    }

    @Test func exceptionsCoverWholePeriods() {
        let exception = ExceptionalPeriod(from: .month(2020, 3), to: .year(2021), reason: .init())
        #expect(exception.covers(.year(2021)) && exception.covers(.month(2020, 3)) && exception.covers(.quarter(2021, 4)))
        #expect(!exception.covers(.year(2020)) && !exception.covers(.month(2020, 2)) && !exception.covers(.year(2022)))
    }
}

@Suite struct UnitTrees {
    private func unit(_ code: String, _ parent: String?) -> UnitDescription {
        UnitDescription(code: UnitCode(code), name: .init(everywhere: code), parent: parent.map { UnitCode($0) })
    }

    @Test func knowsParentsAndChildren() {
        let tree = UnitTree([unit("c", "b"), unit("r", nil), unit("b", "r"), unit("a", "b"), unit("02", "r")])
        #expect(tree.children(of: "b") == ["c", "a"] && tree.children(of: "r") == ["b", "02"])
        #expect(tree.ancestors(of: "a") == ["b", "r"] && tree.ancestors(of: "r") == [])
        #expect(tree["02"]?.code.code == "02" && tree["2"] == nil && tree.children(of: "a") == [])
    }

    @Test func stopsInACircle() {
        let tree = UnitTree([unit("a", "b"), unit("b", "c"), unit("c", "b"), unit("s", "s")])
        #expect(tree.ancestors(of: "a") == ["b", "c"] && tree.ancestors(of: "b") == ["c"] && tree.ancestors(of: "s") == [])
    }
}
