import Charts

/// The rules that colour inline charts: custom properties for light and dark screens and for forced colours, and a
/// class for each role. The site's own style sheet includes them, so colours live in one place.
public func chartStylesheet() -> String {
    let forced = Palette.light.properties.map { name, _ in
        "--" + name + ":" + (name == "paper" ? "Canvas" : name == "target" ? "LinkText" : "CanvasText")
    }.joined(separator: ";")
    return ":root{" + declarations(.light) + "}\n"
        + "@media screen and (prefers-color-scheme:dark){:root{" + declarations(.dark) + "}}\n"
        + "@media (forced-colors:active){:root{" + forced + "}}\n" + roleRules() + textRules + forcedRules()
}

private func declarations(_ palette: Palette) -> String {
    palette.properties.map { "--\($0.name):\($0.colour.hex)" }.joined(separator: ";")
}

private func roleRules() -> String {
    Role.allCases.map { role in
        let name = "r-" + role.rawValue
        return ".chart .s.\(name){stroke:var(--\(role.property))}"
            + ".chart .f.\(name),.chart .t.\(name){fill:var(--\(role.property))}\n"
    }.joined()
}

private let textRules = """
    .chart .t{font-family:Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;font-weight:400}
    .chart .t{stroke:var(--paper);stroke-width:3px;stroke-linejoin:round;paint-order:stroke}
    .chart .t.t6{font-weight:600}
    .chart .t:is(\(classes { $0.standsOnFill })){stroke:none}
    .chart .hit rect:hover{fill:var(--ink);fill-opacity:.06}

    """

/// Where the reader's own colours replace ours, parts that meet are told apart by outlines, and text on them is plain.
private func forcedRules() -> String {
    """
    @media (forced-colors:active){.chart .s.r-grid{stroke-opacity:.25}
    .chart .f:is(\(classes { $0.isPart })){fill:Canvas;stroke:CanvasText}
    .chart .t:is(\(classes { $0.standsOnFill })){fill:CanvasText}}

    """
}

private func classes(_ belongs: (Role) -> Bool) -> String {
    Role.allCases.filter(belongs).map { ".r-" + $0.rawValue }.joined(separator: ",")
}
