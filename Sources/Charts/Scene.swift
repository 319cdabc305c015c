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
}

public enum LineStyle: String, Sendable, Hashable { case solid, dashed, dotted }

public enum DotShape: String, Sendable, Hashable { case circle, openCircle = "open", square, diamond, triangleUp, triangleDown }

/// One thing to draw.
public enum Mark: Hashable, Sendable {
    /// Connected lines; several runs make one path.
    case line(runs: [[ScenePoint]], role: Role, width: Double, style: LineStyle)
    /// A filled polygon.
    case area(outline: [ScenePoint], role: Role, opacity: Double)
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
