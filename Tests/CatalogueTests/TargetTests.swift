import Catalogue
import Findings
import Testing
import Vocabulary

/// Targets in an indicator's own file.
@Suite struct Targets {
    static func description(_ lines: String) throws -> IndicatorDescription {
        let yaml = TemporaryProject.share + "\n" + lines
        let (project, findings) = try TemporaryProject(["Metrics/trivsel/x.yaml": yaml]).read()
        #expect(findings.isEmpty, "\(findings)")
        return try #require(project?.indicator("x")).description
    }

    @Test func severalOnTheWayAndOfUnits() throws {
        let read = try Self.description(
            """
            targets:
              - { year: 2030, value: 90, status: adopted, body: Byrådet, date: 2026-06-24, reference: 26/1234 }
              - { year: 2028, value: 85, status: proposed }
              - { year: 2030, value: 80, status: example, unit: "26510" }
              - { kind: within, year: 2029, value: 80, upper: 85, status: example, unit: "26510" }
              - { kind: maintain, year: 2029, value: 84, status: adopted, unit: "265" }
            """)
        #expect(read.targets.map(\.year) == [2028, 2029, 2030] && read.targets.map(\.value) == [85, 84, 90])
        #expect(read.targets.map(\.kind) == [.reach, .maintain, .reach], "the root's code is the whole organisation")
        #expect(read.unitTargets.keys.sorted() == ["26510"])
        #expect(read.unitTargets["26510"]?.map(\.year) == [2029, 2030])
        #expect(read.unitTargets["26510"]?.first?.upper == 85)
        let final = try #require(read.target)
        #expect(final.year == 2030 && final.body(.danish) == "Byrådet" && final.date == "2026-06-24")
        #expect(final.reference == "26/1234" && final.status == .adopted)
    }

    @Test func oneTargetIsEnough() throws {
        let read = try Self.description("target: { value: 90, status: adopted }")
        #expect(read.targets.count == 1 && read.target?.year == 2030 && read.unitTargets.isEmpty)
        #expect(try Self.description("target: { value: 80, upper: 90, status: example }").target?.kind == .within)
    }

    @Test func aLoweredTargetStaysVisible() throws {
        let read = try Self.description(
            """
            target:
              value: 85
              status: adopted
              date: 2026-06-24
              history:
                - { value: 90, status: adopted, date: 2025-06-20, reference: 25/77 }
                - { value: 88, status: proposed, date: 2024-12-01, body: Direktionen }
            """)
        let history = try #require(read.target).history
        #expect(history.map(\.value) == [88, 90] && history.map(\.date) == ["2024-12-01", "2025-06-20"])
        #expect(history.map(\.status) == [.proposed, .adopted] && history.map(\.year) == [2030, 2030])
        #expect(history[0].body(.english) == "Direktionen" && history[1].reference == "25/77")
    }

    @Test(arguments: [
        ("target: {value: 101, status: adopted}", "7:17 target-out-of-range"),
        ("target: {value: -1, status: adopted}", "7:17 target-out-of-range"),
        ("target: {value: 90, upper: 110, status: adopted}", "7:28 target-out-of-range"),
        ("target: {value: 4, status: adopted}\nfloor: 5", "7:17 target-out-of-range"),
        ("target: {value: 60, status: adopted}\nceiling: 50", "7:17 target-out-of-range"),
        ("targets: [{value: 60, status: adopted, unit: '26510'}]\nceiling: 50", "7:19 target-out-of-range"),
        ("target: {value: 90, upper: 80, status: adopted}", "7:28 target-band"),
        ("target: {kind: reach, value: 70, upper: 80, status: adopted}", "7:41 target-band"),
        ("target: {kind: within, value: 70, status: adopted}", "7:9 missing-key"),
        ("targets: [{value: 1, status: adopted}, {value: 2, status: adopted}]", "7:40 duplicate-target"),
        ("target: {value: 1, status: adopted}\ntargets: [{year: 2030, value: 2, status: adopted}]", "8:11 duplicate-target"),
        ("target: {value: 1, status: adopted, date: 24-06-2026}", "7:43 wrong-type"),
        ("target: {value: 1, status: adopted, history: [{value: 2, status: adopted}]}", "7:47 missing-key"),
        ("target: {value: 1, year: 20300, status: adopted}", "7:26 out-of-bounds"),
        ("floor: 100\nceiling: 10", "7:8 bounds-reversed"), ("ceiling: 0", "7:10 bounds-reversed"),
    ]) func problemsAreFoundInPlace(_ lines: String, _ expected: String) throws {
        #expect(try TemporaryProject.codes(TemporaryProject.share + "\n" + lines) == [expected])
    }

    @Test func aShareLiesBetweenNothingAndEverything() throws {
        let share = try Self.description("unit: percent")
        #expect(share.floor == 0 && share.ceiling == 100)
        #expect(try Self.description("unit: perThousand").ceiling == 1000)
        let declared = try Self.description("floor: 20\nceiling: 80")
        #expect(declared.floor == 20 && declared.ceiling == 80)
        let mean = TemporaryProject.share.replacing("measure: share", with: "measure: mean").replacing("persons: denominator", with: "persons: antal")
        let read = try TemporaryProject(["Metrics/trivsel/x.yaml": mean]).read().project?.indicator("x")?.description
        #expect(read != nil && read?.floor == nil && read?.ceiling == nil)
    }
}
