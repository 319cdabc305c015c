/// A place on the earth, in degrees of WGS 84.
public struct GeographicPoint: Hashable, Sendable {
    public var longitude: Double
    public var latitude: Double

    public init(longitude: Double, latitude: Double) {
        self.longitude = longitude
        self.latitude = latitude
    }
}

/// Where units lie: the outlines that figures are drawn in on a map.
public struct UnitMap: Hashable, Sendable {
    /// The outlines of one unit.
    public struct Place: Hashable, Sendable {
        public var unit: UnitCode
        /// Closed rings, the last point the same as the first. A ring inside another is a hole.
        public var rings: [[GeographicPoint]]

        public init(unit: UnitCode, rings: [[GeographicPoint]]) {
            self.unit = unit
            self.rings = rings
        }
    }

    /// A line under the map: whose borders they are, or that the map is schematic.
    public var note: LocalizedText
    public var places: [Place]

    public init(note: LocalizedText = .init(), places: [Place]) {
        self.note = note
        self.places = places
    }
}
