/// A place in a scene, in points from the top left.
public struct ScenePoint: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
        self.x = x
        self.y = y
    }
}

public struct SceneRectangle: Hashable, Sendable {
    public var x: Double
    public var y: Double
    public var width: Double
    public var height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    public func intersects(_ other: SceneRectangle) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }
}

/// What a mark or text is for; canvases turn it into a colour (and, in SVG, a class). The raw value is the class.
public enum Role: String, Sendable, CaseIterable, Hashable {
    case ink, muted, grid, axis, own, ownFill = "own-fill", target, context, contextFill = "context-fill"
    case warning, bad, good, paper, hatch
    /// Series without an order; neighbours differ by at least 3:1 on white.
    case category1 = "category-1", category2 = "category-2", category3 = "category-3"
    case category4 = "category-4", category5 = "category-5", category6 = "category-6"
    /// From little to much, in one hue: heat tables and maps.
    case step1 = "step-1", step2 = "step-2", step3 = "step-3", step4 = "step-4", step5 = "step-5"
    /// From one end over a middle to the other, all of different lightness: answers.
    case negative1 = "negative-1", negative2 = "negative-2", middle, positive2 = "positive-2", positive1 = "positive-1"
    /// Text that stands on a filled shape, without a rim: on pale, strong and bright fills.
    case onPale = "on-pale", onStrong = "on-strong", onBright = "on-bright"
}

extension Role {
    public static let categories: [Role] = [.category1, .category2, .category3, .category4, .category5, .category6]
    public static let steps: [Role] = [.step1, .step2, .step3, .step4, .step5]
    /// From the most negative answer to the most positive.
    public static let answers: [Role] = [.negative1, .negative2, .middle, .positive2, .positive1]

    /// The role of text on a shape filled with this role: 4.5:1 or more in every palette. Ink on roles that are no fills.
    public var ink: Role {
        switch self {
        case .step1, .step2, .step3, .negative2, .middle, .positive2: .onPale
        case .step4, .step5, .negative1, .positive1, .category1, .category3, .category5: .onStrong
        case .category2, .category4, .category6: .onBright
        default: .ink
        }
    }

    /// The role of text on the step, 1 to 5, of the ramp from little to much.
    public static func stepInk(_ step: Int) -> Role { steps[min(max(step, 1), 5) - 1].ink }
}

public enum LineStyle: String, Sendable, Hashable { case solid, dashed, dotted }

public enum DotShape: String, Sendable, Hashable { case circle, openCircle = "open", square, diamond, triangleUp, triangleDown }

/// One thing to draw.
public enum Mark: Hashable, Sendable {
    /// Connected lines; several runs make one path.
    case line(runs: [[ScenePoint]], role: Role, width: Double, style: LineStyle)
    /// A filled polygon.
    case area(outline: [ScenePoint], role: Role, opacity: Double)
    /// Filled polygons drawn as one path: bars, cells, places of a map. An outline inside another cuts a hole.
    case shapes(outlines: [[ScenePoint]], role: Role, opacity: Double)
    /// Polygons with slanting lines inside: what is not shown. An outline inside another cuts a hole.
    case hatched(outlines: [[ScenePoint]], role: Role)
    /// Markers of one shape and size, drawn as one path.
    case dots([ScenePoint], shape: DotShape, radius: Double, role: Role)
    case text(SceneText)
}

public enum TextAnchor: String, Sendable, Hashable { case start, middle, end }
public enum TextWeight: Int, Sendable, Hashable { case regular = 400, semibold = 600 }

/// Text at its baseline, in points.
public struct SceneText: Hashable, Sendable {
    public var string: String
    public var at: ScenePoint
    public var size: Double
    public var weight: TextWeight
    public var anchor: TextAnchor
    public var role: Role

    public init(
        _ string: String, at: ScenePoint, size: Double = 12, weight: TextWeight = .regular,
        anchor: TextAnchor = .start, role: Role = .muted
    ) {
        self.string = string
        self.at = at
        self.size = size
        self.weight = weight
        self.anchor = anchor
        self.role = role
    }
}

/// A place that tells its value when pointed at.
public struct HitArea: Hashable, Sendable {
    public var area: SceneRectangle
    /// `2025: 4,9 %, foreløbigt tal`.
    public var label: String

    public init(area: SceneRectangle, label: String) {
        self.area = area
        self.label = label
    }
}

/// A drawing as a flat list in points: what every canvas draws and every snapshot test prints.
public struct Scene: Hashable, Sendable {
    public var width: Double
    public var height: Double
    public var marks: [Mark]
    public var hitAreas: [HitArea]
    /// What it shows, in one sentence (the accessible name).
    public var title: String
    /// Axes, period and what stands out, for those who do not see it.
    public var summary: String
    /// BCP 47 tag of the texts.
    public var language: String

    public init(
        width: Double, height: Double, marks: [Mark] = [], hitAreas: [HitArea] = [], title: String = "",
        summary: String = "", language: String = "da"
    ) {
        self.width = width
        self.height = height
        self.marks = marks
        self.hitAreas = hitAreas
        self.title = title
        self.summary = summary
        self.language = language
    }
}

/// Measures text as it will be drawn; implemented by a canvas.
public protocol TextMeasure: Sendable {
    /// Advance width in points.
    func width(of string: String, size: Double, weight: TextWeight) -> Double
}
