import Foundation
import Testing

@Suite struct Incremental {
    @Test func nothingChangedMeansNothingDone() throws {
        let project = try TemporaryProject()
        #expect(try sammen("build", in: project.folder).status == 0)
        let before = try modificationDates(project)
        let again = try sammen("build", in: project.folder)
        #expect(again.status == 0)
        #expect(again.output.contains("Nothing has changed"))
        #expect(try modificationDates(project) == before)
    }

    @Test func onlyWhatChangedIsWritten() throws {
        let project = try TemporaryProject()
        #expect(try sammen("build", in: project.folder).status == 0)
        let before = try project.site()
        let changed = TemporaryProject.indicator.replacingOccurrences(of: "value: 4.0", with: "value: 3.5")
        try project.write("Metrics/trivsel/sygefravaer.yaml", changed)
        let again = try sammen("build", in: project.folder)
        #expect(again.status == 0, "\(again.errors)")
        let after = try project.site()
        #expect(before.keys.sorted() == after.keys.sorted())
        #expect(before != after)
        #expect(before["public/assets/site.css"] == after["public/assets/site.css"])
    }

    /// The order of rows, and how they are split over files, changes no byte of the site's figures.
    @Test func theOrderOfRowsChangesNothing() throws {
        let project = try TemporaryProject()
        #expect(try sammen("build", in: project.folder).status == 0)
        let figures = try sammen("query", "sygefravaer", "--format", "json", "--edition", "desk", in: project.folder).output
        let lines = try project.read("Data/fravaer.csv").split(separator: "\n")
        let shuffled = [lines[0]] + lines.dropFirst().enumerated().sorted { $0.offset * 7919 % 104729 < $1.offset * 7919 % 104729 }.map(\.element)
        #expect(shuffled != lines)
        try project.write("Data/fravaer.csv", shuffled.joined(separator: "\n") + "\n")
        let again = try sammen("query", "sygefravaer", "--format", "json", "--edition", "desk", in: project.folder).output
        #expect(again == figures)
    }

    private func modificationDates(_ project: TemporaryProject) throws -> [String: Date] {
        var result: [String: Date] = [:]
        for path in try project.site().keys {
            let attributes = try FileManager.default.attributesOfItem(atPath: project.folder + "/Output/" + path)
            result[path] = attributes[.modificationDate] as? Date
        }
        return result
    }
}
