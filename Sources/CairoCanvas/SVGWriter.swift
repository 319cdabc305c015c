import Charts

/// Writes the parts of an SVG drawing, as bytes.
struct SVGWriter {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(16_384) }

    var string: String { String(decoding: bytes, as: UTF8.self) }

    mutating func raw(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    mutating func open(_ scene: Scene, id: String, standalone: Bool) {
        raw("<svg class=\"chart\"")
        if standalone { raw(" xmlns=\"http://www.w3.org/2000/svg\"") }
        attribute(" lang=\"", scene.language)
        raw(" role=\"img\" aria-labelledby=\"")
        escaped(id)
        raw("-t ")
        escaped(id)
        raw("-d\" viewBox=\"0 0 ")
        number(scene.width)
        raw(" ")
        number(scene.height)
        attribute("\" width=\"", scene.width)
        attribute(" height=\"", scene.height)
        raw(" font-size=\"12\" fill=\"none\">\n<title")
        attribute(" id=\"", id, "-t\">")
        escaped(scene.title)
        raw("</title>\n<desc")
        attribute(" id=\"", id, "-d\">")
        escaped(scene.summary)
        raw("</desc>\n")
        if standalone {
            raw("<style>\n")
            bytes.append(contentsOf: Array(chartStylesheet().utf8))
            raw("</style>\n<rect class=\"f r-paper\" width=\"100%\" height=\"100%\"/>\n")
        }
    }

    mutating func path(_ data: [UInt8], _ pass: Pass) {
        switch pass {
        case .stroke(let role, let width, let style, let roundCaps):
            raw("<path class=\"s r-")
            escaped(role.rawValue)
            raw("\"")
            if width != 1 { attribute(" stroke-width=\"", width) }
            if role.strokeOpacity < 1 { fraction(" stroke-opacity=\"", role.strokeOpacity) }
            switch style {
            case .solid: break
            case .dashed: raw(" stroke-dasharray=\"6 4\"")
            case .dotted: raw(" stroke-dasharray=\"0 5\"")
            }
            if roundCaps { raw(" stroke-linecap=\"round\"") } else if width > 1.5 { raw(" stroke-linejoin=\"round\"") }
        case .fill(let role, let opacity, let cutsHoles):
            raw("<path class=\"f r-")
            escaped(role.rawValue)
            raw("\"")
            if opacity < 1 { fraction(" fill-opacity=\"", opacity) }
            if cutsHoles { raw(" fill-rule=\"evenodd\"") }
        }
        raw(" d=\"")
        bytes.append(contentsOf: data)
        raw("\"/>\n")
    }

    mutating func text(_ text: SceneText) {
        raw("<text class=\"t")
        if text.weight == .semibold { raw(" t6") }
        raw(" r-")
        escaped(text.role.rawValue)
        attribute("\" x=\"", text.at.x)
        attribute(" y=\"", text.at.y)
        if text.anchor == .middle { raw(" text-anchor=\"middle\"") }
        if text.anchor == .end { raw(" text-anchor=\"end\"") }
        if text.size != 12 { attribute(" font-size=\"", text.size) }
        raw(">")
        escaped(text.string)
        raw("</text>\n")
    }

    mutating func hitAreas(_ areas: [HitArea]) {
        guard !areas.isEmpty else { return }
        raw("<g class=\"hit\" fill=\"none\" pointer-events=\"all\">\n")
        for area in areas {
            attribute("<rect x=\"", area.area.x)
            attribute(" y=\"", area.area.y)
            attribute(" width=\"", area.area.width)
            attribute(" height=\"", area.area.height)
            raw("><title>")
            escaped(area.label)
            raw("</title></rect>\n")
        }
        raw("</g>\n")
    }

    private mutating func attribute(_ opening: StaticString, _ value: Double) {
        raw(opening)
        number(value)
        raw("\"")
    }

    private mutating func attribute(_ opening: StaticString, _ value: String, _ closing: StaticString = "\"") {
        raw(opening)
        escaped(value)
        raw(closing)
    }

    /// Two decimals, for opacities.
    private mutating func fraction(_ opening: StaticString, _ value: Double) {
        raw(opening)
        let hundredths = Int((value * 100).rounded())
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(hundredths / 10))
        if hundredths % 10 > 0 { bytes.append(UInt8(ascii: "0") + UInt8(hundredths % 10)) }
        raw("\"")
    }

    private mutating func number(_ value: Double) {
        bytes.appendTenths(Int((value * 10).rounded()))
    }

    /// Text with the characters that mean something in markup replaced and control characters left out.
    private mutating func escaped(_ text: String) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): raw("&amp;")
            case UInt8(ascii: "<"): raw("&lt;")
            case UInt8(ascii: ">"): raw("&gt;")
            case UInt8(ascii: "\""): raw("&quot;")
            case 0..<9, 11..<32, 127: break
            default: bytes.append(byte)
            }
        }
    }
}
