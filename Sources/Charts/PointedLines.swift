internal import Notation

/// Lines with points that are told from each other by dash and shape.
enum PointedLines {
  /// The layers.
  /// - Parameters:
  ///   - dash: the channel of dashes.
  ///   - shape: the channel of shapes.
  ///   - tooltip: what is shown while a point is pointed at.
  /// - Returns: the lines, and the points over them; their places and colours are left to what holds the layers.
  static func layers(dash: JSONValue, shape: JSONValue, tooltip: JSONValue) -> JSONValue {
    [
      ["mark": ["type": "line", "strokeWidth": 2], "encoding": ["strokeDash": dash]],
      [
        "mark": Encodings.point(size: 45),
        "encoding": ["shape": shape, "tooltip": tooltip],
      ],
    ]
  }
}
