internal import Notation

/// The names of points in a plot, each beside its point where it covers neither another point nor another name.
///
/// A name without such a place is left out: colour and shape tell the point too.
struct LabelPlacement: Sendable {
  /// A named point by its position in the plot, from 0 at the left and bottom to 1 at the right and top.
  struct Point: Sendable {
    let name: String
    let x: Double
    let y: Double
    /// The data row of the point, with the fields of the channels.
    var row: JSONValue = [:]
  }

  private enum Side: CaseIterable {
    case leftAbove, rightBelow, rightAbove, leftBelow

    var isRight: Bool { self == .rightAbove || self == .rightBelow }
    var isAbove: Bool { self == .rightAbove || self == .leftAbove }
  }

  private struct Box {
    let left, right, bottom, top: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && bottom < other.top && other.bottom < top
    }
  }

  // The narrowest plot, in pixels: in a wider one the same places are free.
  private static let width = 240.0
  private static let characterWidth = 5.3
  private static let lineHeight = 14.0
  private static let offset = 7.0

  private let placed: [(point: Point, side: Side)]

  /// Finds places for the names of points, the most important first, in a plot of a height in pixels.
  init(_ points: [Point], height: Double) {
    let dots = points.map { Self.box(centerX: $0.x * Self.width, centerY: $0.y * height) }
    var taken: [Box] = []
    placed = points.indices.compactMap { index in
      let others = dots.indices.filter { $0 != index }.map { dots[$0] }
      for side in Side.allCases {
        let label = Self.label(points[index], side, height: height)
        let isInside = label.left >= 0 && label.right <= Self.width && label.bottom >= 0 && label.top <= height
        guard isInside, !(taken + others).contains(where: label.meets) else { continue }
        taken.append(label)
        return (points[index], side)
      }
      return nil
    }
  }

  /// Names that have a place.
  var names: [String] { placed.map(\.point.name) }

  func layers(x: JSONValue, y: JSONValue, _ palette: Palette) -> [JSONValue] {
    placed.map { point, side in
      [
        "data": ["values": [point.row]],
        "mark": [
          "type": "text", "align": side.isRight ? "left" : "right", "color": .text(palette.ink), "fontSize": 11,
          "dx": .real(side.isRight ? Self.offset : -Self.offset),
          "dy": .real(side.isAbove ? -Self.offset - 3 : Self.offset + 4),
        ],
        "encoding": ["x": x, "y": y, "text": ["value": .text(point.name)]],
      ]
    }
  }

  private static func box(centerX: Double, centerY: Double) -> Box {
    Box(left: centerX - 5, right: centerX + 5, bottom: centerY - 5, top: centerY + 5)
  }

  private static func label(_ point: Point, _ side: Side, height: Double) -> Box {
    let (x, y) = (point.x * width, point.y * height)
    let length = Double(point.name.count) * characterWidth
    return Box(
      left: side.isRight ? x + offset : x - offset - length, right: side.isRight ? x + offset + length : x - offset,
      bottom: side.isAbove ? y + 3 : y - 3 - lineHeight, top: side.isAbove ? y + 3 + lineHeight : y - 3)
  }
}
