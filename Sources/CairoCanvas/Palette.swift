public import Charts

/// A colour of the screen, 0 to 255.
public struct Colour: Hashable, Sendable {
    public var red: Int
    public var green: Int
    public var blue: Int

    public init(_ hex: UInt32) {
        red = Int(hex >> 16 & 255)
        green = Int(hex >> 8 & 255)
        blue = Int(hex & 255)
    }

    /// `#14508c`.
    public var hex: String {
        "#" + [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Contrast with another colour as WCAG 2 counts it, 1 to 21.
    public func contrast(with other: Colour) -> Double {
        let (mine, theirs) = (luminance, other.luminance)
        return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
    }

    private var luminance: Double {
        func linear(_ part: Int) -> Double {
            let share = Double(part) / 255
            guard share > 0.04045 else { return share / 12.92 }
            let base = (share + 0.055) / 1.055
            // base^2.4 = base² × base^0.4, and base^0.4 is the fifth root of base².
            let square = base * base
            var root = base
            for _ in 0..<24 { root -= (root * root * root * root * root - square) / (5 * root * root * root * root) }
            return square * root
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

/// The colours of charts and of the pages around them: one set for light screens and paper, one for dark screens.
public struct Palette: Hashable, Sendable {
    public var ink: Colour
    public var muted: Colour
    public var grid: Colour
    public var axis: Colour
    public var own: Colour
    public var target: Colour
    public var context: Colour
    public var warning: Colour
    public var bad: Colour
    public var good: Colour
    public var paper: Colour

    public static let light = Palette(
        ink: Colour(0x1b1f24), muted: Colour(0x565f6b), grid: Colour(0xdfe4e8), axis: Colour(0x7d8691),
        own: Colour(0x14508c), target: Colour(0x0a7a55), context: Colour(0x7d8691), warning: Colour(0xb45309),
        bad: Colour(0xb42318), good: Colour(0x0a7a55), paper: Colour(0xffffff))

    public static let dark = Palette(
        ink: Colour(0xeceff2), muted: Colour(0xaab3bd), grid: Colour(0x2e353c), axis: Colour(0x8a949f),
        own: Colour(0x8abaff), target: Colour(0x45c795), context: Colour(0x8a949f), warning: Colour(0xf2a65a),
        bad: Colour(0xff958a), good: Colour(0x45c795), paper: Colour(0x14171b))

    public func colour(_ role: Role) -> Colour {
        switch role {
        case .ink: ink
        case .muted: muted
        case .grid: grid
        case .axis: axis
        case .own, .ownFill: own
        case .target: target
        case .context, .contextFill, .hatch: context
        case .warning: warning
        case .bad: bad
        case .good: good
        case .paper: paper
        }
    }

    /// The custom properties of a style sheet, by name.
    var properties: [(name: String, colour: Colour)] {
        [
            ("ink", ink), ("muted", muted), ("grid", grid), ("axis", axis), ("own", own), ("target", target),
            ("context", context), ("warning", warning), ("bad", bad), ("good", good), ("paper", paper),
        ]
    }
}

extension Role {
    /// The custom property that colours it.
    var property: String {
        switch self {
        case .ownFill: "own"
        case .contextFill, .hatch: "context"
        default: rawValue
        }
    }

    /// Lines in a fill's role are broad and pale: intervals.
    var strokeOpacity: Double { self == .ownFill || self == .contextFill ? 0.4 : 1 }
}
