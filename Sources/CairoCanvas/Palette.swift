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
    /// Six series without an order.
    public var categories: [Colour]
    /// Five steps from little to much.
    public var steps: [Colour]
    /// Five answers, from the most negative to the most positive.
    public var answers: [Colour]
    /// Letters on a bright fill, dark on every screen.
    public var onBright: Colour

    /// Categories: the palette of the UK Government Analysis Function (2023).
    public static let light = Palette(
        ink: Colour(0x1b1f24), muted: Colour(0x565f6b), grid: Colour(0xdfe4e8), axis: Colour(0x7d8691),
        own: Colour(0x14508c), target: Colour(0x0a7a55), context: Colour(0x7d8691), warning: Colour(0xb45309),
        bad: Colour(0xb42318), good: Colour(0x0a7a55), paper: Colour(0xffffff),
        categories: [0x12436d, 0x28a197, 0x801650, 0xf46a25, 0x3d3d3d, 0xa285d1].map(Colour.init),
        steps: [0xe3ecf5, 0xb4cfe8, 0x83add6, 0x3f78b4, 0x14508c].map(Colour.init),
        answers: [0xb45309, 0xf7cb9b, 0xefefec, 0xa3c4e6, 0x14508c].map(Colour.init), onBright: Colour(0x1b1f24))

    public static let dark = Palette(
        ink: Colour(0xeceff2), muted: Colour(0xaab3bd), grid: Colour(0x2e353c), axis: Colour(0x8a949f),
        own: Colour(0x8abaff), target: Colour(0x45c795), context: Colour(0x8a949f), warning: Colour(0xf2a65a),
        bad: Colour(0xff958a), good: Colour(0x45c795), paper: Colour(0x14171b),
        categories: [0x7fb3ff, 0x4fd1c5, 0xe29ad6, 0xff9e6d, 0xc9c9c9, 0xf2d94e].map(Colour.init),
        steps: [0x202c39, 0x24486b, 0x2b659b, 0x5fa0dd, 0xa9d1fc].map(Colour.init),
        answers: [0xf2a65a, 0x744515, 0x343a41, 0x1d5488, 0xb5d6ff].map(Colour.init), onBright: Colour(0x14171b))

    public func colour(_ role: Role) -> Colour {
        switch role {
        case .ink, .onPale: ink
        case .muted: muted
        case .grid: grid
        case .axis: axis
        case .own, .ownFill: own
        case .target: target
        case .context, .contextFill, .hatch: context
        case .warning: warning
        case .bad: bad
        case .good: good
        case .paper, .onStrong: paper
        case .onBright: onBright
        case .category1: categories[0]
        case .category2: categories[1]
        case .category3: categories[2]
        case .category4: categories[3]
        case .category5: categories[4]
        case .category6: categories[5]
        case .step1: steps[0]
        case .step2: steps[1]
        case .step3: steps[2]
        case .step4: steps[3]
        case .step5: steps[4]
        case .negative1: answers[0]
        case .negative2: answers[1]
        case .middle: answers[2]
        case .positive2: answers[3]
        case .positive1: answers[4]
        }
    }

    /// The custom properties of a style sheet, by name.
    var properties: [(name: String, colour: Colour)] {
        Role.allCases.filter { $0.property == $0.rawValue }.map { ($0.rawValue, colour($0)) }
    }
}

extension Role {
    /// The custom property that colours it.
    var property: String {
        switch self {
        case .ownFill: "own"
        case .contextFill, .hatch: "context"
        case .onPale: "ink"
        case .onStrong: "paper"
        default: rawValue
        }
    }

    /// Lines in a fill's role are broad and pale: intervals.
    var strokeOpacity: Double { self == .ownFill || self == .contextFill ? 0.4 : 1 }

    /// Whether shapes filled with it are parts of a whole that meet: with forced colours they are outlined instead.
    var isPart: Bool { ink != .ink }

    /// Whether text in this role stands on a fill and so has no rim of paper.
    var standsOnFill: Bool { self == .onPale || self == .onStrong || self == .onBright }
}
