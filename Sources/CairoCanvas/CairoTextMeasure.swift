import CCairo
public import Charts
import Synchronization

/// Measures text in the typeface that pictures are drawn with: Inter, or the system's sans where it is not installed.
public struct CairoTextMeasure: TextMeasure {
    public init() {}

    public func width(of string: String, size: Double, weight: TextWeight) -> Double {
        let table = weight == .regular ? AdvanceTable.regular : AdvanceTable.semibold
        return table.width(of: string) * size
    }
}

/// Advance widths of letters at size 1, asked of Cairo once for each letter. Cairo's simple text neither kerns nor
/// scales unevenly with hints off, so the width of a text is the sum of its letters'.
private final class AdvanceTable: Sendable {
    static let regular = AdvanceTable(.regular)
    static let semibold = AdvanceTable(.semibold)

    /// From space to ÿ: all that most texts need.
    private static let common: Range<UInt32> = 0x20..<0x100

    private let weight: TextWeight
    private let advances: [Double]
    private let rare = Mutex<[Unicode.Scalar: Double]>([:])

    init(_ weight: TextWeight) {
        self.weight = weight
        let canvas = CairoSurface.pixels(width: 1, height: 1)
        canvas.select(weight, size: 1000)
        advances = Self.common.map { canvas.advance(of: Unicode.Scalar($0)!) / 1000 }
    }

    func width(of string: String) -> Double {
        var sum = 0.0
        for scalar in string.unicodeScalars {
            let isCommon = Self.common.contains(scalar.value)
            sum += isCommon ? advances[Int(scalar.value - Self.common.lowerBound)] : rare(scalar)
        }
        return sum
    }

    private func rare(_ scalar: Unicode.Scalar) -> Double {
        rare.withLock { table in
            if let known = table[scalar] { return known }
            let canvas = CairoSurface.pixels(width: 1, height: 1)
            canvas.select(weight, size: 1000)
            let advance = canvas.advance(of: scalar) / 1000
            table[scalar] = advance
            return advance
        }
    }
}

extension CairoSurface {
    fileprivate func advance(of scalar: Unicode.Scalar) -> Double {
        var extents = cairo_text_extents_t()
        cairo_text_extents(context, String(scalar), &extents)
        return extents.x_advance
    }
}
