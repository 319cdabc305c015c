"""Writes Data/kommuner.geojson: the municipalities of Telemark as hexagons, laid out roughly as they lie.

A schematic map: every municipality is as large as the others, and none has its real borders. Run it in this folder after
moving a municipality: python3 skematisk-kart.py
"""
import json
from math import cos, radians

# From north to south; each row is half a hexagon further east than the one above it, or further west.
ROWS = [
    (1.0, ["4036 Vinje", "4026 Tinn"]),
    (0.5, ["4034 Tokke", "4022 Seljord", "4024 Hjartdal", "4005 Notodden"]),
    (0.0, ["4032 Fyresdal", "4028 Kviteseid", "4020 Midt-Telemark", "4003 Skien", "4010 Siljan"]),
    (0.5, ["4030 Nissedal", "4016 Drangedal", "4018 Nome", "4001 Porsgrunn"]),
    (2.0, ["4014 Kragerø", "4012 Bamble"]),
]
WEST, NORTH, SIDE = 7.2, 59.9, 0.17
# A degree of longitude is shorter than one of latitude.
ACROSS = SIDE * 3**0.5 / cos(radians(59.4))


def hexagon(column, row):
    x, y = WEST + (column + 0.5) * ACROSS, NORTH - (row * 1.5 + 1) * SIDE
    corners = [(0, 1), (-0.5, 0.5), (-0.5, -0.5), (0, -1), (0.5, -0.5), (0.5, 0.5), (0, 1)]
    return [[round(x + dx * ACROSS, 4), round(y + dy * SIDE, 4)] for dx, dy in corners]


features = []
for row, (first, municipalities) in enumerate(ROWS):
    for place, municipality in enumerate(municipalities):
        code, name = municipality.split(" ", 1)
        features.append(json.dumps({
            "type": "Feature", "properties": {"kode": code, "navn": name},
            "geometry": {"type": "Polygon", "coordinates": [hexagon(first + place, row)]},
        }, ensure_ascii=False))

with open("Data/kommuner.geojson", "w", encoding="utf-8") as file:
    file.write('{"type": "FeatureCollection", "features": [\n' + ",\n".join(features) + "\n]}\n")
