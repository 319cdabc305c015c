import Charts
import Foundation
import Testing
import Vocabulary

/// Every letter equally wide, so that scenes do not depend on installed typefaces.
struct EvenMeasure: TextMeasure {
    func width(of string: String, size: Double, weight: TextWeight) -> Double {
        Double(string.count) * size * (weight == .semibold ? 0.6 : 0.56)
    }
}

/// A scene as text, a line a mark, with numbers rounded to a tenth.
func printed(_ scene: Scene) -> String {
    func number(_ value: Double) -> String {
        let tenths = (value * 10).rounded() / 10
        return tenths == tenths.rounded() ? "\(Int(tenths))" : "\(tenths)"
    }
    func points(_ points: [ScenePoint]) -> String {
        points.map { number($0.x) + "," + number($0.y) }.joined(separator: " ")
    }
    var lines = ["scene \(number(scene.width)) x \(number(scene.height)) \(scene.language)"]
    for mark in scene.marks {
        switch mark {
        case .line(let runs, let role, let width, let style):
            let text = runs.map(points).joined(separator: " | ")
            lines.append("line \(role.rawValue) \(number(width)) \(style.rawValue): \(text)")
        case .area(let outline, let role, let opacity):
            lines.append("area \(role.rawValue) \(opacity): \(points(outline))")
        case .shapes(let outlines, let role, let opacity):
            lines.append("shapes \(role.rawValue) \(opacity): \(outlines.map(points).joined(separator: " | "))")
        case .hatched(let outlines, let role):
            lines.append("hatched \(role.rawValue): \(outlines.map(points).joined(separator: " | "))")
        case .dots(let places, let shape, let radius, let role):
            lines.append("dots \(role.rawValue) \(shape.rawValue) \(number(radius)): \(points(places))")
        case .text(let text):
            lines.append(
                "text \(text.role.rawValue) \(number(text.size)) \(text.weight.rawValue) \(text.anchor.rawValue) "
                    + "\(points([text.at])): \(text.string)")
        }
    }
    for hit in scene.hitAreas {
        let area = [hit.area.x, hit.area.y, hit.area.width, hit.area.height].map(number).joined(separator: " ")
        lines.append("hit \(area): \(hit.label.replacing("\n", with: " / "))")
    }
    lines.append("title: \(scene.title)")
    lines.append("summary: \(scene.summary)")
    return lines.joined(separator: "\n") + "\n"
}

/// Holds a scene to its stored print; one that is not stored is stored, and the test fails so that someone looks at it.
func expectSnapshot(_ scene: Scene, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name).txt")
    let text = printed(scene)
    guard let stored = try? String(contentsOf: file, encoding: .utf8) else {
        try text.write(to: file, atomically: true, encoding: .utf8)
        Issue.record("recorded a new snapshot \(name): look at it and run again", sourceLocation: sourceLocation)
        return
    }
    #expect(text == stored, "the scene differs from Snapshots/\(name).txt", sourceLocation: sourceLocation)
}

/// A generator that gives the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state &* 0x2545_F491_4F6C_DD1D
    }
}
