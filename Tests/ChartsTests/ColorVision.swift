import Foundation

/// How people see colours: with three kinds of cones, or without one of them.
enum ColorVision: CaseIterable {
  case normal, protanopia, deuteranopia, tritanopia

  /// From linear RGB to what is seen, by Machado, Oliveira and Fernandes (2009), severity 1.
  private var matrix: [[Double]] {
    switch self {
    case .normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    case .deuteranopia:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .tritanopia:
      [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    }
  }

  /// The CIE 1976 difference of two colours as they are seen; about 2 is the least that is noticed.
  func difference(_ one: String, _ other: String) -> Double {
    zip(lab(one), lab(other)).map { pow($0 - $1, 2) }.reduce(0, +).squareRoot()
  }

  /// Red, green and blue from 0 to 1, proportional to light.
  static func linear(_ hex: String) -> [Double] {
    let value = Int(hex.dropFirst(), radix: 16) ?? 0
    let parts = [16, 8, 0].map { Double((value >> $0) & 255) / 255 }
    return parts.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
  }

  /// CIELAB of what is seen, for daylight D65.
  private func lab(_ hex: String) -> [Double] {
    let seen = Self.product(matrix, Self.linear(hex)).map { min(1, max(0, $0)) }
    let primaries = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
    ]
    let scaled = zip(Self.product(primaries, seen), [0.95047, 1, 1.08883]).map { $0 / $1 }
    let roots = scaled.map { $0 > 216.0 / 24389 ? cbrt($0) : (24389.0 / 27 * $0 + 16) / 116 }
    return [116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])]
  }

  private static func product(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).map { $0 * $1 }.reduce(0, +) }
  }
}
