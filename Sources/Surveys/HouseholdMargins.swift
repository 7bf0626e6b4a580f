import Households

/// Margins of one cell of the published table: households of a province, region and quintile of consumption.
struct MarginCell: Sendable {
  let stratum: Stratum
  /// Quintile of persons by consumption per adult equivalent, 1 poorest to 5 richest.
  let quintile: Int
  /// Values by the name of the quantity; a quantity without a value is left out.
  let values: [String: Double]

  /// The value of a quantity that every cell has.
  subscript(quantity: String) -> Double {
    guard let value = values[quantity] else { preconditionFailure("the table of margins lacks '\(quantity)'") }
    return value
  }

  /// Shares of households with 1 to 14 and with 15 or more persons.
  var sizes: [Double] {
    (1...15).map { size in
      let digits = size < 10 ? "0\(size)" : "\(size)"
      return self["pmf_persons_" + digits + (size == 15 ? "plus" : "")]
    }
  }
}

/// The table of margins that is built into the program.
enum HouseholdMargins {
  /// The cells in the order of the table: provinces, regions, quintiles.
  static let cells: [MarginCell] = {
    let text = String(decoding: PackageResources.household_margins_csv, as: UTF8.self)
    var order: [[Substring]] = []
    var values: [[Substring]: [String: Double]] = [:]
    for line in text.split(whereSeparator: \.isNewline).dropFirst() {
      let parts = line.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count == 5 else { continue }
      let key = Array(parts[0..<3])
      if values[key] == nil { order.append(key) }
      values[key, default: [:]][String(parts[3])] = Double(parts[4])
    }
    return order.compactMap { key in
      guard let region = SettlementType(rawValue: String(key[1])), let quintile = Int(key[2]) else { return nil }
      return MarginCell(
        stratum: Stratum(province: String(key[0]), region: region), quintile: quintile, values: values[key] ?? [:])
    }
  }()
}
