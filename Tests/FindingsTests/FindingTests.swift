import Findings
import Testing

@Suite struct Descriptions {
    @Test func placesReadAsTyped() {
        #expect(Place(file: "a.csv").description == "a.csv")
        #expect(Place(file: "a.csv", line: 3).description == "a.csv:3")
        #expect(Place(file: "a.csv", line: 3, column: 7).description == "a.csv:3:7")
        #expect(Place(file: "a.csv", line: nil, column: 7).description == "a.csv")
    }

    @Test func findingsReadAsOneLine() {
        let full = Finding(
            .error, "unknown-column", "no column 'enhd' in dataset 'staffing'",
            at: Place(file: "Metrics/x.yaml", line: 12, column: 9), suggestion: "did you mean 'enhed'?")
        #expect(
            full.description
                == "Metrics/x.yaml:12:9: error[unknown-column]: no column 'enhd' in dataset 'staffing'; did you mean 'enhed'?")
        #expect(Finding(.warning, "a-b", "text").description == "warning[a-b]: text")
        #expect(Finding(.note, "a", "b", at: Place(file: "f")).description == "f: note[a]: b")
    }

    @Test func refusalsListTheirFindings() {
        let one = Finding(.error, "a", "first"), two = Finding(.error, "b", "second")
        #expect(Refusal([one, two]).description == "error[a]: first\nerror[b]: second")
        #expect(Refusal(one).findings == [one])
    }
}

@Suite struct Stopping {
    @Test func errorsStopAndWarningsOnlyWhenStrict() {
        let error = Finding(.error, "a", "b"), warning = Finding(.warning, "a", "b"), note = Finding(.note, "a", "b")
        #expect([note, warning, error].stops() && [error].stops(strict: true))
        #expect(![note, warning].stops() && [note, warning].stops(strict: true))
        #expect(![note].stops(strict: true) && ![Finding]().stops(strict: true))
    }

    @Test func severitiesAreOrdered() {
        #expect(Severity.allCases.shuffled().sorted() == [.note, .warning, .error])
    }
}

@Suite struct ReadingOrder {
    private func finding(_ file: String?, _ line: Int? = nil, _ column: Int? = nil, _ text: String = "") -> Finding {
        Finding(.error, "code", text, at: file.map { Place(file: $0, line: line, column: column) })
    }

    @Test func byFileLineAndColumn() {
        let wanted = [
            finding(nil), finding("a"), finding("a", 1), finding("a", 1, 2), finding("a", 2, 1), finding("a", 10, 1),
            finding("b", 1, 1),
        ]
        for _ in 0..<20 { #expect(wanted.shuffled().inReadingOrder() == wanted) }
    }

    @Test func equalPlacesKeepTheirOrder() {
        let many = (0..<50).map { finding("a", 1, 1, "\($0)") }
        #expect(many.inReadingOrder() == many)
    }
}
