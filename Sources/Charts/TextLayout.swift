/// Room kept beside every text, so that another sans than the one measured fits too.
public let textReserve = 1.15

let ascent = 0.80
let descent = 0.22
let lineHeight = 1.25

extension SceneText {
    /// The box it may fill, with the reserve for another typeface.
    public func box(_ measure: any TextMeasure, reserve: Double = textReserve) -> SceneRectangle {
        let width = measure.width(of: string, size: size, weight: weight) * reserve
        let left =
            switch anchor {
            case .start: at.x
            case .middle: at.x - width / 2
            case .end: at.x - width
            }
        return SceneRectangle(x: left, y: at.y - ascent * size, width: width, height: (ascent + descent) * size)
    }
}

extension Scene {
    /// The texts drawn in it.
    public var texts: [SceneText] {
        marks.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    /// Texts that overlap one another, leave the drawing or are too small to read; empty for a sound scene.
    public func textFaults(_ measure: any TextMeasure) -> [String] {
        var faults: [String] = []
        let boxes = texts.map { ($0, $0.box(measure)) }
        for (index, (text, box)) in boxes.enumerated() {
            if box.x < -0.01 || box.y < -0.01 || box.x + box.width > width + 0.01 || box.y + box.height > height + 0.01
            {
                faults.append("'\(text.string)' leaves the drawing")
            }
            if text.size < 12 { faults.append("'\(text.string)' is under 12 points") }
            for (other, otherBox) in boxes[(index + 1)...] where box.intersects(otherBox) {
                faults.append("'\(text.string)' overlaps '\(other.string)'")
            }
        }
        return faults
    }
}

/// Breaks and shortens text by the width it needs, reserve included.
struct TextLayout: Sendable {
    let measure: any TextMeasure

    func width(_ string: String, _ size: Double, _ weight: TextWeight = .regular) -> Double {
        measure.width(of: string, size: size, weight: weight) * textReserve
    }

    /// The text in lines no wider than `width`, broken at ordinary spaces; the last line is cut with `…` where more
    /// than `lines` would be needed.
    func wrapped(
        _ string: String, _ size: Double, _ weight: TextWeight = .regular, width limit: Double, lines: Int = .max
    ) -> [String] {
        var result: [String] = []
        var current = ""
        var words = string.split(separator: " ").map(String.init)[...]
        while let word = words.popFirst() {
            let longer = current.isEmpty ? word : current + " " + word
            if current.isEmpty || width(longer, size, weight) <= limit {
                current = longer
            } else if result.count + 1 == lines {
                words = []
                current = longer + "…"
            } else {
                result.append(current)
                current = word
            }
        }
        if !current.isEmpty { result.append(current) }
        return result.map { shortened($0, size, weight, width: limit) }
    }

    /// The text, cut with `…` where it is wider than `limit`.
    func shortened(_ string: String, _ size: Double, _ weight: TextWeight = .regular, width limit: Double) -> String {
        guard width(string, size, weight) > limit else { return string }
        var kept = Substring(string)
        while !kept.isEmpty, width(kept + "…", size, weight) > limit {
            kept.removeLast()
            while let last = kept.last, last == " " || last == "," || last == "…" { kept.removeLast() }
        }
        return kept + "…"
    }

    private func width(_ string: Substring, _ size: Double, _ weight: TextWeight) -> Double {
        width(String(string), size, weight)
    }

    func widest(_ strings: [String], _ size: Double, _ weight: TextWeight = .regular) -> Double {
        strings.map { width($0, size, weight) }.max() ?? 0
    }
}
